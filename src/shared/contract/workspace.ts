import { z } from 'zod'
import { Instant, Language } from '#shared/model/common.ts'
import { WeekMinutes } from '#shared/model/load.ts'
import { ShowAnswer } from '#shared/model/owner.ts'
import { Nothing, procedure, WeekStartsOn } from './base.ts'
import { ActionName } from './history.ts'

export const ThemeChoice = z.enum(['system', 'light', 'dark'])

/** Preferences kept with the workspace. */
export const Settings = z.strictObject({
  /** null until the first run has asked. */
  language: Language.nullable(),
  theme: ThemeChoice,
  weekStartsOn: WeekStartsOn,
  /** Currency offered first for costs, ISO 4217. */
  currency: z.string().regex(/^[A-Z]{3}$/),
  /** Time a week the person means to give to growth, null = not said. */
  weekMinutes: WeekMinutes.nullable(),
  /** Columns of lists that are shown or hidden otherwise than at first: `learning.provider`. */
  otherColumns: z.array(z.string().max(80)).max(200),
})
export type Settings = z.infer<typeof Settings>

const UndoStep = z.strictObject({ batchId: z.int(), at: Instant, ...ActionName.shape })

export const workspace = {
  /** Grows with each change the host tells of: asked first of all, so that a page can tell whether it missed one. */
  told: procedure.input(Nothing).output(z.int().min(0)),
  /** What the shell needs at its start. */
  info: procedure.input(Nothing).output(
    z.strictObject({
      version: z.string(),
      host: z.enum(['electron', 'browser']),
      dir: z.string(),
      /** True where the system can be asked to show the folder: in the desktop window. */
      canOpenFolder: z.boolean(),
      /** True where the demo can be opened from here; never in the demo itself. */
      canOpenDemo: z.boolean(),
      settings: Settings,
      /** False until the first run has made a plan. */
      hasPlan: z.boolean(),
      /** True when the workspace is the demo. */
      demo: z.boolean(),
    }),
  ),
  saveSettings: procedure.input(Settings.partial()).output(Settings),
  /** Shows the workspace folder in the system's file manager; does nothing where `canOpenFolder` is false. */
  openFolder: procedure.input(Nothing).output(z.null()),
  /** Opens the demo beside this workspace, made in this language when it is opened first; REFUSED where it does not start. */
  openDemo: procedure.input(z.strictObject({ language: Language })).output(ShowAnswer),
  undoState: procedure.input(Nothing).output(z.strictObject({ undo: UndoStep.nullable(), redo: UndoStep.nullable() })),
  /** Takes back the given batch, or the newest. */
  undo: procedure.input(z.strictObject({ batchId: z.int().optional() })).output(z.strictObject({ batchId: z.int() })),
  redo: procedure.input(Nothing).output(z.strictObject({ batchId: z.int() })),
}
