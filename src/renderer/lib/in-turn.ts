/** Scope of changes that run one after the other, in the order they were requested: moves of rows, undo and redo. */
export const IN_TURN = { id: 'in-turn' }
