import { countedEn, pluralEn } from '#content/messages/plural.ts'
import type { panelAgreement as source } from '#content/messages/ru/panel-agreement.ts'
import type { Widen } from '#content/messages/widen.ts'

const exact = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 2 })
const points = (n: number) => `${exact.format(n)}\u00a0${pluralEn(n, 'point', 'points')}`

export const panelAgreement: Widen<typeof source> = {
  title: 'Agreement of marks',
  calm: (n) => `On no criterion are marks further apart than ${points(n)}.`,
  apart: (count, n) =>
    `${countedEn(count, 'criterion', 'criteria')} with marks further apart than ${points(n)}`,
  thirdExpert:
    'There are two marks, and they differ. Invite a third expert or discuss the difference before the conclusion is issued.',
  consensusRound:
    'Discuss the differences with the panel before the conclusion is issued, and explain them in its reasoning.',
  columns: { criterion: 'Criterion', marks: 'Marks', outlying: 'Stands apart', act: 'What to do' },
  range: (least, most) => `${exact.format(least)} to ${exact.format(most)}`,
  nobody: '—',
  acts: { 'third-expert': 'a third expert', 'consensus-round': 'a consensus round' },
  alpha: (value) => `Krippendorff’s alpha (ordinal scale): ${exact.format(value)}`,
  interval: (low, high) => `95% interval ${exact.format(low)} to ${exact.format(high)}`,
  alphaText: 'One is full agreement, zero what chance would give.',
  small: (objects) =>
    `${countedEn(objects, 'criterion', 'criteria')} can be compared: few, so look at the interval rather than at the number.`,
  none: 'Krippendorff’s alpha: no data. It needs two marks of one criterion, and not all the same.',
}
