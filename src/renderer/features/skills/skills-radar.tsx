import { RadarChart } from '@mantine/charts'
import { Text, Title } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useFormat } from '#renderer/lib/use-format.ts'
import { ItemTable } from '#renderer/ui/item-table.tsx'
import type { Column } from '#renderer/ui/table-types.ts'
import type { SkillLine } from '#shared/contract/skills.ts'
import { Area } from '#shared/model/vocabulary.ts'
import { useSkillWords } from './skill-words.ts'
import classes from './skills.module.css'

interface SkillsRadarProps {
  skills: SkillLine[]
  onOpen: (uid: string) => void
}

/** The present level against the target, one radar per area; beside each the same numbers as a table. */
export function SkillsRadar({ skills, onOpen }: SkillsRadarProps) {
  return Area.options.map((area) => (
    <AreaRadar
      key={area}
      area={area}
      skills={skills.filter((skill) => skill.area === area && !skill.archived)}
      onOpen={onOpen}
    />
  ))
}

/** With fewer axes a radar is only a line. */
const MIN_AXES = 3

function AreaRadar({ area, skills, onOpen }: SkillsRadarProps & { area: Area }) {
  const { t } = useTranslation(['skills', 'vocabulary'])
  const format = useFormat()
  const data = skills.map(({ title, level, target }, index) => ({
    axis: `${index + 1}. ${format.text(title)}`,
    now: level ?? 0,
    target: target ?? 0,
  }))
  return (
    <section className={classes.area}>
      <Title order={2} mb={4}>
        {t('radar.title', { area: t(`vocabulary:area.${area}`) })}
      </Title>
      <Text size="sm" c="dimmed">
        <Finding skills={skills} />
      </Text>
      <div className={classes.areaBody}>
        {skills.length >= MIN_AXES && (
          <div aria-hidden>
            <RadarChart
              h={430}
              data={data}
              dataKey="axis"
              gridColor="var(--kurs-line)"
              textColor="var(--mantine-color-dimmed)"
              withLegend
              accessibilityLayer={false}
              polarRadiusAxisProps={{ domain: [0, 5], tickCount: 6, tick: false, axisLine: false }}
              polarAngleAxisProps={{ tickFormatter: (axis: string) => axis.split('.', 1).join() }}
              withPolarRadiusAxis
              radarProps={({ name }) => (name === 'target' ? { strokeDasharray: '5 4', strokeWidth: 2 } : {})}
              series={[
                { name: 'target', label: t('radar.target'), color: 'gray.6', opacity: 0.08 },
                { name: 'now', label: t('radar.now'), color: 'petrol.5', opacity: 0.35 },
              ]}
            />
          </div>
        )}
        <RadarTable skills={skills} area={area} onOpen={onOpen} />
      </div>
    </section>
  )
}

/** The finding of the radar in one sentence. */
function Finding({ skills }: { skills: SkillLine[] }) {
  const { t } = useTranslation('skills')
  const format = useFormat()
  const words = useSkillWords()
  if (skills.length === 0) return t('radar.none')
  const wanted = skills.filter(({ target }) => target !== null)
  const reached = wanted.filter(({ gap }) => gap === 0).length
  const most = [...wanted].sort((a, b) => (b.gap ?? 0) - (a.gap ?? 0))[0]
  const sentences: string[] = [t('radar.finding', { reached, count: wanted.length })]
  if (most !== undefined && (most.gap ?? 0) > 0)
    sentences.push(t('radar.most', { title: format.text(most.title), gap: words.gap(most.gap) }))
  return sentences.join(' ')
}

function RadarTable({ skills, area, onOpen }: SkillsRadarProps & { area: Area }) {
  const { t } = useTranslation(['skills', 'vocabulary'])
  const format = useFormat()
  const words = useSkillWords()
  const numberOf = new Map(skills.map(({ uid }, index) => [uid, index + 1]))
  const columns: Column<SkillLine>[] = [
    {
      key: 'now',
      header: t('column.level'),
      cell: ({ level }) => <span className={classes.word}>{words.level(level)}</span>,
      sortBy: ({ level }) => level,
    },
    {
      key: 'target',
      header: t('column.target'),
      align: 'end',
      cell: ({ target }) => target,
      sortBy: ({ target }) => target,
    },
  ]
  return (
    <ItemTable
      label={t(`vocabulary:area.${area}`)}
      items={skills}
      columns={columns}
      nameHeader={t('column.title')}
      nameOf={({ uid, title }) => `${numberOf.get(uid)}. ${format.text(title)}`}
      selected={null}
      onOpen={onOpen}
      initialSort={{ key: 'plan', descending: false }}
    />
  )
}
