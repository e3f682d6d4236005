import type { selectionProblems as source } from '#content/messages/ru/selection-problems.ts'
import type { Widen } from '#content/messages/widen.ts'

type Facts = Readonly<Record<string, string | number>>

export const selectionProblems: Widen<typeof source> = {
  'selection-size': ({ size, count }: Facts) => `Choose ${size}; you chose ${count}.`,
  'selection-organisation': ({ most, to }: Facts) =>
    `The limit of ${most} from one organisation is in the way.${to === undefined ? '' : ` With a limit of ${to} there would be a panel.`}`,
  'selection-municipality': ({ most, to }: Facts) =>
    `The limit of ${most} from one municipality is in the way.${to === undefined ? '' : ` With a limit of ${to} there would be a panel.`}`,
  'selection-direction': ({ minimum, count, to }: Facts) =>
    `A direction is not covered: ${minimum} needed, ${count} found. ${to === undefined ? 'Without it' : `With ${to} needed`} there would be a panel.`,
  'selection-direction-short': ({ minimum, count }: Facts) =>
    `A direction has too few experts: ${minimum} needed, ${count} eligible.`,
  'selection-pool-short': ({ size, count }: Facts) =>
    `${size} people are needed, only ${count} are eligible.`,
  'selection-together': ({ organisation, municipality, to }: Facts) =>
    `These limits cannot be kept together. ${
      organisation !== undefined
        ? `With at most ${organisation} from an organisation and ${municipality} from a municipality there would be a panel.`
        : to !== undefined
          ? `The largest possible panel: ${to}.`
          : 'Make the panel smaller or relax at least two of them.'
    }`,
  'hand-reason': 'Say why these people were chosen by hand.',
  'hand-loss': ({ points, best, loss, hundredths }: Facts) =>
    `These people have ${points} points, the best composition ${best}: ${loss} less (−${Number(hundredths) / 100} %). Say why these all the same.`,
}
