import type { selectionProblems as source } from '#content/messages/ru/selection-problems.ts'
import type { Widen } from '#content/messages/widen.ts'

type Facts = Readonly<Record<string, string | number>>

const limits: Record<string, string> = {
  organisation: 'at most of an organisation',
  municipality: 'at most of a municipality',
  nominator: 'at most by a nominating organisation',
  high: 'at least of the high band',
}

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
  'selection-nominator': ({ most, to }) =>
    `The limit “at most ${most} nominated by one organisation” stands in the way.${to === undefined ? '' : ` A composition would be found with “at most ${to}”.`}`,
  'selection-high': ({ minimum, to }) =>
    `“At least ${minimum} of the high band” stands in the way.${to === undefined ? '' : ` A composition would be found with “at least ${to}”.`}`,
  'selection-high-short': ({ minimum, count }) =>
    `Too few experts of the high band: ${minimum} needed, ${count} fit.`,
  'selection-fixed': ({ count }) =>
    `The obligatory members (${count}) do not fit in beside the limits. Take one of them back or ease the limits.`,
  'selection-fixed-absent':
    'An obligatory member cannot be chosen: a conflict of interest, a status that ended, or too little competence. Remove this person from the request.',
  'selection-closed':
    'The request asks for the high band, and the band is not open. Whoever may read closed data selects by it.',
  'lot-closed':
    'No lot is drawn on closed data: the chances are published and would tell the band. Take the best composition or drop the demand on the band.',
  'request-direction-short': ({ direction, minimum, count }: Facts) =>
    Number(count) === 0
      ? `The registry has nobody of the needed tier in “${direction}” today. Leave it out or take another tier.`
      : `“${direction}” needs ${minimum}, the registry has ${count} today. Ask for fewer or take another tier.`,
  'request-pool-short': ({ size, count }: Facts) =>
    `${size} are needed, the registry has ${count} in these directions today. Ask for fewer or add a direction.`,
  'request-over-size': ({ size }) => `More than the members of the panel: there are ${size}.`,
  'request-period': 'Say over how many months expertises are counted.',
  'request-soft': 'A direction that is not in the request is marked as wished.',
  'panel-selected': 'People are chosen already: the request is not changed. Choose anew or cancel the panel.',
  'request-stale': 'The request was changed meanwhile. Open it again: your values are still in the fields.',
  'named-unknown': 'The registry has no expert with this number.',
  'named-twice': 'This person is already named in the request.',
  'named-over-size': ({ size }) => `There cannot be more obligatory members than seats: there are ${size}.`,
  'named-conflict': 'This expert has a conflict of interest and cannot be an obligatory member.',
  'named-unable':
    'This expert does not fit: no status in force in the directions of the panel, or the name is not open.',
  'ease-nothing': 'There is nothing to change: a composition can be chosen. Load the page again.',
  'selection-together': ({ first, firstTo, second, secondTo, organisation, municipality, to }) =>
    `The limits cannot be kept together. ${
      first !== undefined
        ? `A composition would be found if two changed at once: ${limits[String(first)] ?? 'for the direction'} ${firstTo}, ${limits[String(second)] ?? 'for the direction'} ${secondTo}.`
        : organisation !== undefined
          ? `A composition would be found with “at most ${organisation} of one organisation” and “at most ${municipality} of one municipality”.`
          : to !== undefined
            ? `The largest possible panel: ${to}.`
            : 'Ask for fewer members or ease at least two limits.'
    }`,
  'hand-reason': 'Say why these people were chosen by hand.',
  'hand-loss': ({ points, best, loss, hundredths }: Facts) =>
    `These people have ${points} points, the best composition ${best}: ${loss} less (−${Number(hundredths) / 100} %). Say why these all the same.`,
}
