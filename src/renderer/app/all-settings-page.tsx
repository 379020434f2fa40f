import { ExportSection } from '#renderer/features/exchange/export-section.tsx'
import { ImportSection } from '#renderer/features/exchange/import-section.tsx'
import { SettingsPage } from '#renderer/features/workspace/settings-page.tsx'

/** Settings with the sections of every feature that has some. */
export function AllSettingsPage() {
  return (
    <SettingsPage>
      <ExportSection />
      <ImportSection />
    </SettingsPage>
  )
}
