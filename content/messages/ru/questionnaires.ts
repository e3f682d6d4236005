export const questionnaires = {}
