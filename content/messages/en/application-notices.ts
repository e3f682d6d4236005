type Facts = Readonly<Record<string, string | number>>

const of =
  (said: string) =>
  ({ number, title }: Facts) =>
    `${said}: application No.\u00a0${number}, “${title}”`

export const applicationNotices = {
  'application.nominated': ({ title }: Facts) =>
    `You are nominated as an expert in the direction “${title}”. Please answer whether you consent`,
  'application.recalled': of('The nomination was taken back'),
  'application.reminded': of('A reminder: your answer is waited for'),
  'application.consented': of('Consent to the nomination is there'),
  'application.declined': of('The nomination was declined'),
  'application.surveyed': of('Waits for a decision'),
  'application.returned': of('Returned for review'),
  'application.admitted': of('Admitted to the assessment'),
  'application.refused': of('Admission refused'),
  'application.appealed': of('A refusal is appealed'),
  'application.upheld': of('The appeal was rejected'),
  'application.satisfied': of('The appeal was satisfied, you are admitted'),
  'application.withdrawn': of('The application was withdrawn'),
  'invitation.reminded': ({ title }: Readonly<Record<string, string | number>>) =>
    `Your organisation reminds you: you are invited to the expert review “${title}”, please answer`,
  'result.imported': () =>
    'A result of the assessment was entered: see the way into the registry in the cabinet',
}
