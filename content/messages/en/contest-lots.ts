import { countedEn } from '#content/messages/plural.ts'
import type { contestLots as source } from '#content/messages/ru/contest-lots.ts'
import type { Widen } from '#content/messages/widen.ts'

const percents = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 2 })
const percent = (hundredths: number) => `${percents.format(hundredths / 100)}\u00a0%`
const experts = (n: number) => countedEn(n, 'expert', 'experts')
const works = (n: number) => countedEn(n, 'work', 'works')

export const contestLots: Widen<typeof source> = {
  way: 'How to choose',
  best: 'Best panels',
  bestHint: 'The greatest fit. Who gets a work can be foreseen.',
  byLot: 'By lot with a cap on probability',
  byLotHint: 'Nobody gets a work with a greater probability. Probabilities are published before the draw.',
  cap: 'Cap on probability, %',
  capHint: 'For best panels: reckon how much fit such a cap would cost. Empty: do not reckon it.',
  relaxed: (from, to) => `a cap on probability of ${to}\u00a0% instead of ${from}\u00a0%`,
  ready: 'Probabilities are reckoned',
  readyLead: (pairs, people) =>
    `${experts(people)} may get a work, in ${pairs} pairs of an expert and a work. Announce the draw: list, rules and probabilities become public and can no longer be changed.`,
  figures: {
    expected: 'Expected fit of all seats',
    cost: (percent) => `Cost of the cap of ${percent}\u00a0%`,
    greatest: 'Greatest probability',
    chances: 'Experts with a probability',
    perWork: 'Experts for a seat',
    most: 'Greatest expected load',
    pool: 'Eligible experts',
    seats: 'Seats',
  },
  percent,
  worksOf: (value) => `${value} works`,
  load: 'Expected load: how many experts expect so many works',
  loadOf: (from) => (from === 0 ? 'less than one' : `${from} to ${from + 1}`),
  chances: 'Probabilities by work',
  chancesLead: 'The code of a work and the experts who may get it.',
  columns: {
    rows: 'Probabilities by row',
    code: 'Code',
    experts: 'Experts and probability',
    members: 'Experts',
    reserve: 'Reserve',
  },
  announce: 'Announce the draw',
  source: 'Where the public number will come from',
  sourceHint:
    'Something that will be known later and that nobody knows now. For example: the dollar rate of the Bank of Russia on 1 December 2026.',
  announced: 'The draw is announced',
  announcedLead: (source) =>
    `Source of the public number: ${source}. When the number is known, enter it: the draw gives out the works and experts get invitations.`,
  value: 'Public number',
  valueHint: 'Copy it as it was published.',
  draw: 'Draw',
  stale:
    'The draw was made, but somebody drawn can no longer be an expert of that work. Reckon the probabilities anew and announce a new draw: it will refer to this one.',
  abandoned: 'After this draw panels were chosen anew; it will not be made.',
  open: 'Protocol of the draw',
  page: {
    eyebrow: (contest) => `Contest No.\u00a0${contest}`,
    title: (lot) => `Draw No.\u00a0${lot}: experts for works`,
    leadAnnounced:
      'The draw is announced and not made yet. List, rules and probabilities can no longer be changed.',
    leadDrawn: (people, count) => `${experts(people)} were drawn for ${works(count)}.`,
    check: 'Check the draw',
    json: 'Data of the protocol (JSON)',
    pdf: 'Protocol (PDF)',
    rules: 'Rules',
    perWork: (n) => `${experts(n)} for a work`,
    reserve: (n) => `reserve: ${experts(n)} for a work`,
    capRule: (value) => `the probability that an expert gets a work is at most ${value}`,
    loadRule: (n) => `one expert has at most ${works(n)}`,
    organisation: (n) => `at most ${n} of one organisation`,
    municipality: (n) => `at most ${n} of one municipality`,
    drawn: 'Panels',
    row: (row) => `row ${row}`,
    announcedAt: 'Announced',
    drawnAt: 'Made',
    best: 'Greatest fit without the cap',
    drawnLead:
      'Codes of works and rows of the list. Who these experts are is seen by the organisers: participants are not told who judges their work.',
    chancesLead: 'Rows of the list that may get the work. There are no names in the list.',

    sums: 'Control sums and the draw',
    sum: {
      candidatesSha256: 'List and rules',
      sharesSha256: 'Probabilities',
      commitment: 'Control sum of the secret part',
      source: 'Source of the public number',
      announcement: 'Announcement',
      previous: 'Earlier draw',
      secret: 'Secret part',
      publicValue: 'Public number',
      seed: 'Seed = SHA-256(secret part|public number|announcement)',
      sha256: 'Protocol',
    },
    others: 'Draws of this contest',
    other: (lot, day, drawn) => `Draw No.\u00a0${lot}, announced ${day}, ${drawn ? 'made' : 'not made'}`,
    how: 'How to check',
    howText:
      'Before the draw are published a list without names, the rules, the probabilities and the control sum of the secret part. After it the secret part is open: the seed gives the panels and no others. Each pair of an expert and a work falls with exactly the announced probability, and limits of load and of organisations hold whatever the outcome. The file of data can be replayed on any machine by the command panels:replay.',
    own: (row) => `Your row of the list: ${row}`,
    ownText: (salt, number) =>
      `The print of the row: SHA-256 of the text “${salt}|${number}”. Nobody sees names or rows of those who were not drawn.`,
    ownChances: 'Your probabilities',
    ownChance: (code, value) => `work ${code}: ${value}`,
    ownNone: 'You had no probability of getting a work: the seats are taken by those who fit better.',
    holds: 'Everything holds',
    holdsServer: 'The server has checked the protocol.',
    holdsHere: (drawn) =>
      drawn
        ? 'Your browser replayed it by itself and got the same panels.'
        : 'Your browser checked the sums and the probabilities by itself. There are no panels yet: the draw is ahead.',
    broken: 'It does not hold',
  },
  paper: {
    holder: (name) => `Held by: ${name}`,
    announced: (day) => `Announced on ${day}.`,
    drawn: (day) => `Made on ${day}.`,
    pool: (people, greatest) =>
      `${countedEn(people, 'row', 'rows')} in the list. Greatest probability that an expert gets a work: ${greatest}.`,
    none: 'none',
    code: 'The protocol on the site, where the draw can be checked',
    codeAlt: 'QR code of the page of the protocol',
    page: (n, all) => `${n} of ${all}`,
    file: 'Protocol of the draw',
  },
  faults: {
    shape: 'the line is missing or is not filled in as the format says',
    list: 'the control sum of list and rules does not match',
    shares: 'the control sum of the probabilities does not match',
    announcement: 'the control sum of the announcement does not match',
    commitment: 'the secret part is not the one that was announced',
    seed: 'the seed does not come from the secret part, the public number and the announcement',
    hash: 'the control sum of the protocol does not match',
    row: 'there is no such row in the list, or it stands twice',
    cap: 'the probability is above the cap',
    seats: 'the probabilities do not give as many experts as are needed',
    quota: 'the limit of an organisation or a municipality is broken',
    load: 'the expected load is above the limit',
    figure: 'the number does not come from the probabilities',
    choice: 'the draw gives something else here',
    person: 'the number of the expert is not of this row',
  },
}
