import { countedEn } from '#content/messages/plural.ts'
import type { panelHand as source } from '#content/messages/ru/panel-hand.ts'
import type { Widen } from '#content/messages/widen.ts'

export const panelHand: Widen<typeof source> = {
  title: 'Choosing by hand',
  lead: (size, reserve) =>
    `Mark ${size} as members and up to ${reserve} as reserve. Limits are checked when you save; marks are kept.`,
  find: 'Name, number or organisation',
  show: 'Show',
  caption: 'Eligible experts',
  columns: {
    expert: 'Expert',
    directions: 'Directions',
    facts: 'Experience and load',
    member: 'Member',
    reserve: 'Reserve',
  },
  facts: (finished, current, since) =>
    `${countedEn(finished, 'expertise', 'expertises')}, ${current} going on, in the registry since ${since}`,
  more: (shown, all) => `${shown} of ${all} on this page`,
  found: (all) => `Found: ${all}`,
  first: 'To the first page',
  counted: (what, count) => `${what} (${count})`,
  organisation: 'Organisation',
  load: 'Load',
  loads: { free: 'free now', busy: 'working on a panel' },
  asked: 'Invitations',
  askedWhen: { never: 'never asked', before: 'asked long ago', lately: 'asked lately' },
  lastAsked: (day) => `last asked on ${day}`,
  empty: 'Nobody found',
  memberOf: (name) => `${name}: member`,
  reserveOf: (name) => `${name}: reserve`,
  submit: 'Save the members',
  unknownPlace: 'place of work not shown',
}
