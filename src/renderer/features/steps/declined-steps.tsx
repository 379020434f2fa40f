import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useApi } from '#renderer/lib/api.ts'
import { useOpenItem } from '#renderer/lib/selection.ts'
import { useRemove } from '#renderer/lib/use-item-mutations.ts'
import type { Step } from '#shared/contract/steps.ts'
import classes from './steps.module.css'

/** Declined suggestions, each with its reason and a button to bring it back. */
export function DeclinedSteps({ steps }: { steps: readonly Step[] }) {
  const { t } = useTranslation('steps')
  const { client } = useApi()
  const openItem = useOpenItem()
  const remove = useRemove(
    (uid) => client.steps.remove({ uid }),
    () => {},
  )
  return (
    <details className={classes.past}>
      <summary>
        {t('declined.title')} <span className={classes.quiet}>{steps.length}</span>
      </summary>
      <ul className={classes.rows}>
        {steps.map((step) => (
          <li key={step.uid} className={classes.left}>
            <div>
              <button
                type="button"
                data-uid={step.uid}
                className={classes.title}
                onClick={() => openItem({ ...step, type: 'step' })}
              >
                {step.title}
              </button>
              <div className={classes.quiet}>{step.reason}</div>
            </div>
            <Button
              size="compact-xs"
              variant="default"
              className="no-print"
              aria-label={`${t('declined.again')}: ${step.title}`}
              onClick={() => remove.mutate(step)}
            >
              {t('declined.again')}
            </Button>
          </li>
        ))}
      </ul>
    </details>
  )
}
