import { Anchor, Button, Code, Group, SegmentedControl, Stack, Text, Title } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { z } from 'zod'
import { DayField } from '#renderer/fields/day-field.tsx'
import { LocalTextInput } from '#renderer/fields/local-text-field.tsx'
import { NumberField, YEAR_UNITS } from '#renderer/fields/number-field.tsx'
import { QueryGate } from '#renderer/fields/query-gate.tsx'
import { useApi } from '#renderer/lib/api.ts'
import { useOpenDemo } from '#renderer/lib/demo.ts'
import { today } from '#renderer/lib/today.ts'
import { useFormat } from '#renderer/lib/use-format.ts'
import { useItemForm } from '#renderer/lib/use-item-form.ts'
import { useWorkspace } from '#renderer/lib/workspace.ts'
import { TextArea } from '#renderer/ui/text-area.tsx'
import { Language } from '#shared/model/common.ts'
import { planShape } from '#shared/model/plan.ts'
import { VariantChoice } from '../stages/variant-choice.tsx'
import classes from './first-run.module.css'
import { FirstRunPreview, type PlanOffer } from './first-run-preview.tsx'

/** Years offered first: the middle of the allowed range. */
const USUAL_HORIZON = 7

const FirstRunFields = z.strictObject({
  startDay: planShape.startDay,
  horizonYears: planShape.horizonYears,
  fromRole: planShape.fromRole,
  vision: planShape.vision,
  /** The variant of each stage that offers some: stage key → variant key. */
  variants: z.record(z.string(), z.string()),
})
type FirstRunFields = z.infer<typeof FirstRunFields>

/** The first run: a few questions and the resulting plan; `children` are other ways to begin. */
export function FirstRun({ onStarted, children }: { onStarted: () => void; children?: ReactNode }) {
  const { t } = useTranslation(['welcome', 'common'])
  const { query } = useApi()
  const offer = useQuery(query.catalogue.plan.queryOptions({ input: {} }))
  const [language, setLanguage] = useChosenLanguage()
  return (
    <main className={classes.screen}>
      <header className={classes.top}>
        <div className={classes.brand}>
          <img src="/icon.svg" width={30} height={30} alt="" />
          {t('common:app')}
        </div>
        <LanguageSwitch value={language} onChange={setLanguage} />
      </header>
      <QueryGate query={offer}>{(data) => <FirstRunForm {...{ offer: data, language, onStarted }} />}</QueryGate>
      {children}
    </main>
  )
}

/** The language chosen last, saved or being saved, else that of the page; once saved, the page is shown in it. */
function useChosenLanguage(): [Language, (language: Language) => void] {
  const { language: shown } = useFormat()
  const { client, query } = useApi()
  const { settings } = useWorkspace()
  const queryClient = useQueryClient()
  const save = useMutation({
    mutationFn: (language: Language) => client.workspace.saveSettings({ language }),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: query.workspace.info.key() }),
  })
  return [(save.isPending ? save.variables : settings.language) ?? shown, save.mutate]
}

function LanguageSwitch({ value, onChange }: { value: Language; onChange: (language: Language) => void }) {
  const { t } = useTranslation('welcome')
  return (
    <SegmentedControl
      aria-label={t('language')}
      value={value}
      onChange={(asked) => onChange(Language.parse(asked))}
      data={[
        { value: 'ru', label: t('russian') },
        { value: 'en', label: t('english') },
      ]}
    />
  )
}

const firstVariants = ({ stages }: PlanOffer): Record<string, string> =>
  Object.fromEntries(stages.flatMap(({ key, variants: [first] }) => (first === undefined ? [] : [[key, first.key]])))

interface FirstRunFormProps {
  offer: PlanOffer
  language: Language
  onStarted: () => void
}

function useFirstRunForm({ offer, language, onStarted }: FirstRunFormProps) {
  const { client } = useApi()
  const queryClient = useQueryClient()
  return useItemForm({
    schema: FirstRunFields,
    initial: {
      startDay: today(),
      horizonYears: USUAL_HORIZON,
      fromRole: offer.head.fromRole,
      vision: '',
      variants: firstVariants(offer),
    } as FirstRunFields,
    draftKey: 'first-run',
    dayField: 'startDay',
    save: async ({ variants, ...fields }, { uid }) => {
      await client.workspace.saveSettings({ language: language })
      const chosen = Object.entries(variants).map(([stage, variant]) => ({ stage, variant }))
      return client.plan.start({ uid, ...fields, variants: chosen })
    },
    onSaved: () => {
      onStarted()
      void queryClient.invalidateQueries()
    },
  })
}

function FirstRunForm(props: FirstRunFormProps) {
  const { offer } = props
  const { t } = useTranslation('welcome')
  const format = useFormat()
  const { dir } = useWorkspace()
  const { form, frame } = useFirstRunForm(props)
  const [shown, setShown] = useState({ startDay: today(), horizonYears: USUAL_HORIZON })
  const { startDay, horizonYears } = form.values
  const drawable = FirstRunFields.pick({ startDay: true, horizonYears: true }).safeParse({ startDay, horizonYears })
  // While a value is not valid yet, the drawing stays as it was.
  if (drawable.success && (startDay !== shown.startDay || horizonYears !== shown.horizonYears)) setShown(drawable.data)
  return (
    <div className={classes.columns}>
      <form className={classes.questions} onSubmit={frame.onSubmit} noValidate>
        <Title order={1} className={classes.title}>
          {format.text(offer.head.title)}
        </Title>
        <Text c="dimmed" mt="xs" mb="lg">
          {t('lead')}
        </Text>
        <Stack gap="md">
          <Group grow align="flex-start">
            <DayField label={t('startDay')} planned required happened {...form.getInputProps('startDay')} />
            <NumberField
              label={t('horizon')}
              required
              whole
              units={YEAR_UNITS}
              min={5}
              max={10}
              withSteps
              {...form.getInputProps('horizonYears')}
            />
          </Group>
          <LocalTextInput label={t('fromRole')} required {...form.getInputProps('fromRole')} />
          {offer.stages
            .filter(({ variants }) => variants.length > 0)
            .map(({ key, title, variants }) => (
              <VariantChoice
                key={key}
                label={t('variant', { stage: format.text(title) })}
                description={t('variantHint')}
                variants={variants}
                value={form.values.variants[key] ?? null}
                onChange={(variant) => form.setFieldValue('variants', { ...form.values.variants, [key]: variant })}
              />
            ))}
          <TextArea
            label={t('vision')}
            description={format.text(offer.head.visionHint)}
            minRows={3}
            maxRows={8}
            {...form.getInputProps('vision')}
          />
          <StartButtons saving={frame.saving} />
          <Text size="xs" c="dimmed" className={classes.privacy}>
            {t('privacy', { dir })}
          </Text>
        </Stack>
      </form>
      <FirstRunPreview offer={offer} startDay={shown.startDay} horizonYears={shown.horizonYears} />
    </div>
  )
}

function StartButtons({ saving }: { saving: boolean }) {
  const { t } = useTranslation('welcome')
  const { canOpenDemo } = useWorkspace()
  return (
    <Stack gap="sm">
      <Group>
        <Button type="submit" size="md" loading={saving}>
          {t('start')}
        </Button>
        {canOpenDemo && <DemoButton />}
      </Group>
      {!canOpenDemo && <DemoCommand />}
    </Stack>
  )
}

function DemoButton() {
  const { t } = useTranslation('welcome')
  const { open, isOpening } = useOpenDemo()
  return (
    <Button type="button" variant="subtle" size="md" loading={isOpening} onClick={open}>
      {t('demo')}
    </Button>
  )
}

/** Where the host cannot open the demo, a person can. */
function DemoCommand() {
  const { t } = useTranslation('welcome')
  const [opened, { toggle }] = useDisclosure()
  return (
    <>
      <Anchor component="button" type="button" size="sm" aria-expanded={opened} onClick={toggle}>
        {t('demo')}
      </Anchor>
      {opened && (
        <div className={classes.demo} role="status">
          <Text size="sm">{t('demoHint')}</Text>
          <Code block mt={6}>
            {'npm start -- --demo'}
          </Code>
        </div>
      )}
    </>
  )
}
