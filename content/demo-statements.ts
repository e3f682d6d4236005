/** Papers that an invented expert took of the own life: days from the day of loading; the first one was lost and revoked. */
export const demoStatements = [
  { login: 'expert', kind: 'extract', format: 'pdf', days: -40, revoked: true },
  { login: 'expert', kind: 'extract', format: 'docx', days: -39, revoked: false },
  { login: 'expert', kind: 'biography', format: 'json', days: -12, revoked: false },
  { login: 'expert', kind: 'participation', format: 'pdf', days: -1, revoked: false },
] as const
