import { Button, Group, Menu } from '@mantine/core'
import { IconChevronDown, IconFileTypePdf, IconPrinter } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { PAPER_NAMES } from '#renderer/lib/paper.ts'
import { usePaper, usePrint } from '#renderer/lib/use-print.ts'
import { PAPERS, type Paper } from '#shared/contract/desktop.ts'

interface PrintButtonProps {
  variant?: 'filled' | 'default'
}

/** Prints the page; the desktop window saves it as PDF and has a menu for the paper size. */
export function PrintButton({ variant = 'filled' }: PrintButtonProps) {
  const { t } = useTranslation('common')
  const { print, printing } = usePrint()
  const isDesktop = usePaper() !== null
  return (
    <Group gap={1} wrap="nowrap">
      <Button
        variant={variant}
        leftSection={isDesktop ? <IconFileTypePdf size={16} /> : <IconPrinter size={16} />}
        loading={printing}
        onClick={print}
      >
        {t(isDesktop ? 'print.savePdf' : 'print.print')}
      </Button>
      {isDesktop && <PaperMenu variant={variant} />}
    </Group>
  )
}

function PaperMenu({ variant }: { variant: 'filled' | 'default' }) {
  const { t } = useTranslation('common')
  const choice = usePaper()
  if (choice === null) return null
  const { paper, choosePaper } = choice
  return (
    <Menu position="bottom-end" withInitialFocusPlaceholder={false}>
      <Menu.Target>
        <Button variant={variant} px={8} aria-label={`${t('print.paper')}: ${PAPER_NAMES[paper]}`}>
          <IconChevronDown size={14} />
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{t('print.paper')}</Menu.Label>
        <Menu.RadioGroup value={paper} onChange={(chosen) => choosePaper(chosen as Paper)}>
          {PAPERS.map((known) => (
            <Menu.RadioItem key={known} value={known} closeMenuOnClick>
              {PAPER_NAMES[known]}
            </Menu.RadioItem>
          ))}
        </Menu.RadioGroup>
      </Menu.Dropdown>
    </Menu>
  )
}
