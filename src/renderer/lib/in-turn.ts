/** Changes of which each begins where the one before has ended, in the order they were asked for: moves of rows, undo and redo. */
export const IN_TURN = { id: 'in-turn' }
