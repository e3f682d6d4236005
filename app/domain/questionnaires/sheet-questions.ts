/** Question codes that every expert sheet has beside its criteria. */
export const verdictQuestion = 'verdict'
export const commentQuestion = 'comment'
