/** Names that the renderer and the hosts must agree on, outside the typed procedures. */

/** Every upload (octet-stream) carries this header: a form of a foreign page cannot set it. */
export const UPLOAD_HEADER = 'x-kurs-upload'

/** Browser host only: POST exchanges a one-time code for a session, GET says whether there is one (204 or 401). */
export const SESSION_PATH = '/session'

/** Name of the one-time code in the fragment of the address, and in the body that exchanges it. */
export const SIGN_IN_CODE = 'sign-in'

/** Query parameter of the address with the language chosen on the command line. */
export const LANGUAGE_PARAMETER = 'lang'

/** Attribute on the root element by which a page says that it shows all its data and may be printed. */
export const PRINT_READY_ATTRIBUTE = 'data-print-ready'
