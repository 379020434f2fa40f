import { z } from 'zod'
import { Day, Instant, Language } from '#shared/model/common.ts'
import { WeekMinutes } from '#shared/model/load.ts'
import { ShowAnswer } from '#shared/model/owner.ts'
import { Nothing, procedure, WeekStartsOn } from './base.ts'
import { ActionName } from './history.ts'

export const ThemeChoice = z.enum(['system', 'light', 'dark'])

/** Preferences kept with the workspace. */
export const Settings = z.strictObject({
  /** null until it is chosen in the first run. */
  language: Language.nullable(),
  theme: ThemeChoice,
  weekStartsOn: WeekStartsOn,
  /** Currency offered first for costs, ISO 4217. */
  currency: z.string().regex(/^[A-Z]{3}$/),
  /** Minutes a week the person intends to spend on growth, null = not set. */
  weekMinutes: WeekMinutes.nullable(),
  /** Columns of lists whose visibility differs from the default: `learning.provider`. */
  otherColumns: z.array(z.string().max(80)).max(200),
  /** How lists that have several looks are looked at: `achievements.year`; one that is not named has its first look. */
  listLooks: z.array(z.string().max(80)).max(50),
})
export type Settings = z.infer<typeof Settings>

const UndoStep = z.strictObject({ batchId: z.int(), at: Instant, ...ActionName.shape })

export const workspace = {
  /**
   * A counter that grows with each change the host reports. It is read first, so that a page can tell whether it missed
   * a change.
   */
  told: procedure.input(Nothing).output(z.int().min(0)),
  /** The data the shell needs at its start. */
  info: procedure.input(Nothing).output(
    z.strictObject({
      version: z.string(),
      host: z.enum(['electron', 'browser']),
      dir: z.string(),
      /** True if the system can show the folder: in the desktop window. */
      canOpenFolder: z.boolean(),
      /** True where the demo can be opened from here; never in the demo itself. */
      canOpenDemo: z.boolean(),
      settings: Settings,
      /** The first day of the plan, null until the first run has made one. */
      planStart: Day.nullable(),
      /** True when the workspace is the demo. */
      demo: z.boolean(),
    }),
  ),
  saveSettings: procedure.input(Settings.partial()).output(Settings),
  /** Shows the workspace folder in the system's file manager; does nothing if `canOpenFolder` is false. */
  openFolder: procedure.input(Nothing).output(z.null()),
  /** Opens the demo beside this workspace, made in this language when it is opened first; REFUSED where it does not start. */
  openDemo: procedure.input(z.strictObject({ language: Language })).output(ShowAnswer),
  undoState: procedure.input(Nothing).output(z.strictObject({ undo: UndoStep.nullable(), redo: UndoStep.nullable() })),
  /** Undoes the given batch, or the newest. */
  undo: procedure.input(z.strictObject({ batchId: z.int().optional() })).output(z.strictObject({ batchId: z.int() })),
  redo: procedure.input(Nothing).output(z.strictObject({ batchId: z.int() })),
}
