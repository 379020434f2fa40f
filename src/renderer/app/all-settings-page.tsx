import { SettingsPage } from '#renderer/features/workspace/settings-page.tsx'
import { SETTINGS } from './contributions.ts'

/** Settings with the sections of every feature that has some. */
export function AllSettingsPage() {
  return (
    <SettingsPage>
      {SETTINGS.map(([name, Section]) => (
        <Section key={name} />
      ))}
    </SettingsPage>
  )
}
