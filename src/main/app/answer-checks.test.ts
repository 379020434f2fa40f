import { createRouterClient, os } from '@orpc/server'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { withoutAnswerChecks } from './answer-checks.ts'

const router = {
  inner: {
    wrong: os
      .input(z.strictObject({ n: z.int() }))
      .output(z.strictObject({ n: z.string() }))
      .handler(({ input }) => ({ n: input.n }) as never),
  },
}

describe('withoutAnswerChecks', () => {
  it('passes an answer on that the contract does not allow', async () => {
    await expect(createRouterClient(router).inner.wrong({ n: 1 })).rejects.toThrow()
    expect(await createRouterClient(withoutAnswerChecks(router)).inner.wrong({ n: 1 })).toEqual({ n: 1 })
  })

  it('still refuses wrong input', async () => {
    const { wrong } = createRouterClient(withoutAnswerChecks(router)).inner
    await expect(wrong({ n: 1.5 })).rejects.toThrow()
  })
})
