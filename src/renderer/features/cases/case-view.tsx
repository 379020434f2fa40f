import { Anchor, Button, Group, Text, Title } from '@mantine/core'
import { IconBook2, IconFlag, IconFlask } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { type Selection, useOpenItem } from '#renderer/lib/selection.ts'
import { useFormat } from '#renderer/lib/use-format.ts'
import { SectionTitle } from '#renderer/ui/section.tsx'
import type { LocalText } from '#shared/model/common.ts'
import type { CasePart, TemplateCase } from '#shared/model/template-case.ts'
import classes from './cases.module.css'
import { partAddress } from './open-part.ts'
import { type Standing, takenUid } from './taken-parts.ts'

const ICONS = { experiment: IconFlask, milestone: IconFlag, learning: IconBook2 }

interface CaseViewProps {
  shown: TemplateCase
  standing: Standing
  selection: Selection
}

/** The title of a part; a part that is in the learning catalogue has its title there. */
function titleOf(part: CasePart, catalogue: Standing['catalogue']): LocalText {
  return part.as === 'learning' ? (catalogue.find(({ key }) => key === part.from)?.title ?? part.from) : part.title
}

/** One case: the situation, the tactics with the parts that can be taken over, and the traps. */
export function CaseView({ shown, standing, selection }: CaseViewProps) {
  const { t } = useTranslation('cases')
  const format = useFormat()
  return (
    <>
      <SectionTitle title={t('situation')} />
      <Text size="sm" className={classes.prose}>
        {format.text(shown.situation)}
      </Text>
      <SectionTitle title={t('tactics')} />
      <ul className={classes.tactics}>
        {shown.tactics.map(({ key, title, text, parts }) => (
          <li key={key} className={classes.tactic}>
            <Title order={3} fz="md">
              {format.text(title)}
            </Title>
            <Text size="sm" mt={4}>
              {format.text(text)}
            </Text>
            <Group gap="xs" mt="sm">
              {parts.map((part) => {
                const uid = takenUid(part, standing)
                return uid === null ? (
                  <TakeButton
                    key={part.key}
                    as={part.as}
                    title={format.text(titleOf(part, standing.catalogue))}
                    onTake={() => selection.open(partAddress(shown.key, part.key))}
                  />
                ) : (
                  <TakenLink key={part.key} part={part} uid={uid} />
                )
              })}
            </Group>
          </li>
        ))}
      </ul>
      <SectionTitle title={t('traps')} />
      <ul className={classes.traps}>
        {shown.traps.map((trap) => (
          <li key={format.text(trap)}>{format.text(trap)}</li>
        ))}
      </ul>
    </>
  )
}

interface TakeButtonProps {
  as: CasePart['as']
  title: string
  onTake: () => void
}

function TakeButton({ as, title, onTake }: TakeButtonProps) {
  const { t } = useTranslation('cases')
  const Icon = ICONS[as]
  return (
    <Button
      size="compact-sm"
      variant="light"
      leftSection={<Icon size={15} />}
      aria-label={t(`takeNamed.${as}`, { title })}
      onClick={onTake}
    >
      {t(`take.${as}`)}
    </Button>
  )
}

function TakenLink({ part, uid }: { part: CasePart; uid: string }) {
  const { t } = useTranslation('cases')
  const openItem = useOpenItem()
  return (
    <Anchor component="button" type="button" size="sm" onClick={() => openItem({ uid, type: part.as })}>
      {t(`taken.${part.as}`)}
    </Anchor>
  )
}
