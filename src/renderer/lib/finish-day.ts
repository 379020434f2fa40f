import type { UseFormReturnType } from '@mantine/form'
import { today } from './today.ts'

interface Finishable {
  status: string
  endDay: string | null
}

/**
 * Props of the status field of an item that can be finished: "done" fills in today if no day is set, so that the person
 * can see and correct it; another status removes that day again.
 */
export function finishStatusProps<F extends Finishable>(form: UseFormReturnType<F>) {
  const loose = form as unknown as UseFormReturnType<Finishable>
  const props = loose.getInputProps('status')
  const onChange = (status: string | null) => {
    const { status: before, endDay } = loose.getValues()
    props.onChange(status)
    if (status === 'done' && endDay === null) loose.setFieldValue('endDay', today())
    const isFilledIn = before === 'done' && endDay === today() && form.getInitialValues().endDay === null
    if (status !== 'done' && isFilledIn) loose.setFieldValue('endDay', null)
  }
  return { ...props, onChange }
}
