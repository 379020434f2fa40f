import { SettingsPage } from '#renderer/features/workspace/settings-page.tsx'
import { SETTINGS } from './contributions.ts'

/** Settings with the sections of every feature that has some; the palette leads to each by its name. */
export function AllSettingsPage() {
  return (
    <SettingsPage>
      {SETTINGS.map(([name, Section]) => (
        <div key={name} id={name}>
          <Section />
        </div>
      ))}
    </SettingsPage>
  )
}
