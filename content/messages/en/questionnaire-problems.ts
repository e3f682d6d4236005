type Facts = Readonly<Record<string, string | number>>

export const questionnaireProblems = {
  'questionnaire-unpublished': 'The questionnaire is not published yet.',
  'questionnaire-published':
    'After publication this does not change: those who answer were promised otherwise.',
  'questionnaire-closed': 'Answers are no longer taken.',
  'questionnaire-not-open': 'Answers are not taken yet.',
  'questionnaire-answered': 'You have answered already. A second answer is not taken.',
  'questionnaire-not-yours': 'This questionnaire does not ask you, so you cannot answer it.',
  'questionnaire-open-list': 'Only a closed survey has a list of the invited.',
  'stale-form':
    'The questions changed while you were answering. Your answers are kept: check the new questions and send again.',
  'results-few': 'Too few answers so far: results open when there are enough.',
  'results-staff': 'Only those who conduct this questionnaire see its results.',
  'results-later': 'Results open when answers are no longer taken.',
  'results-anonymous': 'Results of an anonymous survey open when answers are no longer taken.',
  'form-empty': 'The questionnaire has no question.',
  'term-missing': 'It is not said when answers are taken.',
  'anonymous-list': 'Only a closed survey that is answered once can be anonymous.',
  'anonymous-list-fixed':
    'The list of an anonymous survey does not shrink once it is published: answers could be worked out.',
  'anonymous-few': ({ minimum }: Facts) =>
    `An anonymous survey needs at least ${minimum} invited people, else answers could be told apart.`,
  'anonymous-file': 'An anonymous survey cannot ask for a file: it gives its author away.',
  'audience-draft': 'A questionnaire for a panel is composed on the page of its draft.',
  'invited-none': 'Nobody is invited.',
  'invited-most': ({ most }: Facts) => `The list may hold at most ${most} people.`,
  'person-unknown-line': ({ line }: Facts) => `There is no such person: ${line}. Check the number or e-mail.`,
  'questions-most': ({ most }: Facts) => `A questionnaire may have at most ${most} questions.`,
  'options-few': ({ least }: Facts) => `At least ${least} lines are needed.`,
  'options-most': ({ most }: Facts) => `At most ${most} lines are possible.`,
  'option-twice': 'One line is there twice.',
  'number-limits': 'The upper limit is below the lower one.',
  'condition-gone': 'The condition refers to a question that is no longer there.',
  'condition-later': 'The condition refers to a question further down.',
  'condition-kind': 'Answers to that question cannot be a condition.',
  'condition-option': 'The condition refers to an answer that is no longer there.',
  'condition-dead': 'The condition can never hold: nobody would see the question.',
  'answer-many': ({ question, most }: Facts) => `Choose at most ${most}: ${question}`,
  'answer-number': ({ question }: Facts) => `Give a number${question ? `: ${question}` : '.'}`,
  'answer-decimals': ({ question, decimals }: Facts) =>
    decimals === 0 ? `Give a whole number: ${question}` : `At most ${decimals} decimals: ${question}`,
  'answer-range': ({ question, least, highest }: Facts) =>
    `The number is out of range (${[least && `from ${least}`, highest && `to ${highest}`].filter(Boolean).join(' ')}): ${question}`,
  'answer-rows': ({ question }: Facts) => `Answer in each row: ${question}`,
  'answer-other-required': ({ question }: Facts) => `Write your own answer: ${question}`,
  'answer-file': ({ question }: Facts) => `Attach the file again: ${question}`,
}
