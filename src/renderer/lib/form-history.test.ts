import { describe, expect, it } from 'vitest'
import { FormHistory } from './form-history.ts'
import { UndoScopes, type UndoStep } from './undo-scope.ts'

describe('the history of a form', () => {
  it('goes back and forth, and forgets what was ahead once something else is done', () => {
    let now = 0
    const history = new FormHistory<string>(() => now)
    history.note('a', 'title')
    history.note('b', 'day')
    expect(history.canRedo()).toBe(false)
    expect(history.step('undo', 'c')).toBe('b')
    expect(history.canRedo()).toBe(true)
    expect(history.step('undo', 'b')).toBe('a')
    expect(history.step('undo', 'a')).toBeNull()
    expect(history.step('redo', 'a')).toBe('b')
    now = 5000
    history.note('b', 'title')
    expect(history.step('redo', 'x')).toBeNull()
    expect(history.step('undo', 'x')).toBe('b')
    expect(history.step('undo', 'b')).toBe('a')
  })

  it('forgets some of its steps only, and what is typed next is a step of its own', () => {
    const history = new FormHistory<string>(() => 0)
    history.note('a', 'title')
    history.note('b', 'day')
    history.note('c', 'title')
    history.step('undo', 'd')
    history.leaveOut((value) => value === 'b' || value === 'd')
    expect(history.step('redo', 'c')).toBeNull()
    history.note('c', 'title')
    expect(history.step('undo', 'x')).toBe('c')
    expect(history.step('undo', 'c')).toBe('a')
  })

  it('takes typing in one field as one step until it pauses', () => {
    let now = 0
    const history = new FormHistory<string>(() => now)
    for (const text of ['', 'w', 'wo', 'wor']) {
      history.note(text, 'title')
      now += 200
    }
    now += 2000
    history.note('word', 'title')
    expect(history.step('undo', 'words')).toBe('word')
    expect(history.step('undo', 'word')).toBe('')
    history.note('', 'title')
    history.clear()
    expect(history.step('redo', '')).toBeNull()
    // Typing in the same field right after saving is a separate step.
    history.note('', 'title')
    expect(history.step('undo', 'n')).toBe('')
  })
})

describe('undo', () => {
  it('belongs to what was opened last and claims it, else to the workspace', () => {
    const scopes = new UndoScopes()
    let dirty = false
    const scope = (claims: (step: UndoStep) => boolean) => ({ claims, step: () => true })
    const [form, line] = [scope(() => true), scope((step) => dirty || step === 'redo')]
    expect(scopes.claiming('undo')).toBeNull()
    const closeForm = scopes.add(form)
    scopes.add(line)
    expect(scopes.claiming('undo')).toBe(form)
    expect(scopes.claiming('redo')).toBe(line)
    dirty = true
    expect(scopes.claiming('undo')).toBe(line)
    closeForm()
    dirty = false
    expect(scopes.claiming('undo')).toBeNull()
  })
})
