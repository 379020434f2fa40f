import type { UseFormReturnType } from '@mantine/form'
import { type RefObject, useReducer, useRef, useState } from 'react'
import type { z } from 'zod'
import { isSameValue } from '#shared/domain/keeping/merge.ts'
import { type Choice, type Conflict, choiceOf, conflictOf } from './conflicts.ts'
import { toFailure } from './failures.ts'

/** A conflict as the form shows it. */
export interface ShownConflict extends Conflict {
  /** null = not chosen yet, or edited into something else. */
  choice: Choice | null
  isOpen: boolean
}

export interface FormConflicts {
  shown: ShownConflict[]
  choose(name: string, choice: Choice): void
  /** Saving was attempted without this choice. */
  isMissing: boolean
  /** Increases each time the person has to look at the choices. */
  calls: number
}

interface ConflictOptions<F extends object> {
  schema: z.ZodType<F>
  form: Pick<UseFormReturnType<F>, 'getValues' | 'setFieldValue'>
  /** The initial values of the form. */
  began: RefObject<F>
}

const countCalls = ({ calls }: Pick<FormConflicts, 'calls'>, isMissing: boolean) => ({ calls: calls + 1, isMissing })

type Loose = Record<string, unknown>

/** The fields that were changed in another window while this form was open, and the person's choices. */
export function useConflicts<F extends object>({ schema, form, began }: ConflictOptions<F>) {
  const [conflicts, setConflicts] = useState<Conflict[]>([])
  const [chosen, setChosen] = useState<readonly string[]>([])
  const [{ calls, isMissing }, call] = useReducer(countCalls, { calls: 0, isMissing: false })
  /** Stored values that are known to be newer than the form's initial values. */
  const agreed = useRef<Partial<F>>({})
  /** Values that were sent and never answered: they may have been stored. */
  const attempts = useRef<Partial<F>[]>([])
  const values = form.getValues() as Loose
  const set = (name: string, value: unknown) => form.setFieldValue(name as never, value as never)
  const accepts = (name: string) => (value: unknown) => {
    const parsed = schema.safeParse({ ...form.getValues(), [name]: value })
    return parsed.success || parsed.error.issues.every(({ path }) => path[0] !== name)
  }
  const shown = conflicts.map((conflict): ShownConflict => {
    const choice = choiceOf(conflict, values[conflict.name])
    const isOpen = choice === 'mine' && !chosen.includes(conflict.name)
    return { ...conflict, choice: isOpen ? null : choice, isOpen }
  })
  /** Takes a refusal over. A stored value that came from an earlier save of this form is not a conflict. */
  const take = (error: unknown): { isAllOwn: boolean } => {
    const failure = toFailure(error)
    if (failure?.code !== 'CONFLICT') return { isAllOwn: false }
    const present = form.getValues() as Loose
    const met = failure.data.fields.map(({ name, theirs }) => {
      const base = { ...(began.current as Loose), ...(agreed.current as Loose) }[name]
      return conflictOf(name, { base, mine: present[name], theirs }, accepts(name))
    })
    const isOwn = ({ name, stored }: Conflict) =>
      attempts.current.some((sent) => name in sent && isSameValue((sent as Loose)[name], stored))
    const foreign = met.filter((one) => !isOwn(one))
    agreed.current = { ...agreed.current, ...Object.fromEntries(met.map(({ name, stored }) => [name, stored])) }
    const names = foreign.map(({ name }) => name)
    setConflicts((before) => [...before.filter(({ name }) => !names.includes(name)), ...foreign])
    setChosen((before) => before.filter((name) => !names.includes(name)))
    if (foreign.length > 0) call(false)
    for (const { name, options } of foreign) if (!isSameValue(options.mine, present[name])) set(name, options.mine)
    return { isAllOwn: foreign.length === 0 }
  }
  return {
    view: {
      shown,
      isMissing,
      calls,
      choose: (name, choice) => {
        set(name, conflicts.find((one) => one.name === name)?.options[choice])
        setChosen((before) => [...before.filter((other) => other !== name), name])
      },
    } satisfies FormConflicts as FormConflicts,
    agreed,
    take,
    attempted: (patch: Partial<F>) => void attempts.current.push(patch),
    /** True if no choice is open; otherwise the person is asked again. */
    isSettled: () => {
      const settled = shown.every(({ isOpen }) => !isOpen)
      if (!settled) call(true)
      return settled
    },
    clear: () => {
      setConflicts([])
      agreed.current = {}
      attempts.current = []
    },
  }
}
