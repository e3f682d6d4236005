type Facts = Readonly<Record<string, string | number>>

export const applicationProblems = {
  'application-own': 'Somebody else decides in your own case.',
  'application-refuser': 'Somebody else than who refused answers an appeal.',
  'application-state': ({ number }: Facts) =>
    `Application No.\u00a0${number} is at another step already. Reload the page.`,
  'application-direction': 'The list in force has no such direction. Choose one of the list.',
  'application-no-consent':
    'There is no consent to processing of data. Give it in the cabinet, on the page of consents.',
  'application-entrepreneur': 'An individual entrepreneur cannot be an expert.',
  'application-holds': 'There is a status of an expert in this direction already.',
  'application-open': 'An application in this direction is under way already.',
  'application-ordered': 'The order is there: only another order ends the status.',
  'application-moved': 'The decision cannot be taken back: a result, a list or an order rests on it.',
  'application-number-consent': ({ number }: Facts) =>
    `Application No.\u00a0${number}: there is no consent to processing of data.`,
  'application-number-entrepreneur': ({ number }: Facts) =>
    `Application No.\u00a0${number}: the person declared to be an individual entrepreneur and cannot be admitted.`,
  'application-unanswered': ({ number }: Facts) =>
    `Application No.\u00a0${number}: the survey was not answered. Admit with an explanation of the papers that were checked.`,
  'application-unmet': ({ number, unmet }: Facts) =>
    `Application No.\u00a0${number}: requirements are not met (${unmet}). Refuse, or explain the admission.`,
  'application-agree': 'Without the consent to be assessed one cannot apply.',
  'applications-none': 'Tick at least one application.',
  'appeal-late': 'The term of the appeal is over.',
  'appeal-once': 'The appeal was answered already.',
  reminded: ({ days }: Facts) =>
    `There was a reminder lately. The next one may follow ${days} days after the last.`,
  'reminded-all': 'Everybody was reminded lately. Try again later.',
  'nomination-none': 'Name at least one person.',
  'application-account': 'The person has an account and answers without help.',
  'nomination-incomplete': ({ line }: Facts) =>
    `Line ${line}: a new person needs an organisation and a post.`,
  'nomination-answered': 'Somebody of the list has answered already. Take the others back one by one.',
  'line-application-holds': ({ line }: Facts) => `Line ${line}: there is a status in this direction already.`,
  'line-application-open': ({ line }: Facts) =>
    `Line ${line}: an application in this direction is under way already.`,
  'results-used': 'A list was agreed on or an order issued by these results: they cannot be taken back.',
  'result-not-admitted': 'The application of this person was not admitted to the assessment.',
  'line-result-not-admitted': ({ line }: Facts) =>
    `Line ${line}: the application of this person was not admitted to the assessment.`,
  'candidate-not-admitted': ({ number, name }: Facts) =>
    `No.\u00a0${number}, ${name}: the application was not admitted, was refused or withdrawn.`,
}
