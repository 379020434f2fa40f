import { SettingsPage } from '#renderer/features/workspace/settings-page.tsx'
import { SETTINGS } from './contributions.ts'

/** The settings page, with the sections that the features add; the palette leads to each section by its name. */
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
