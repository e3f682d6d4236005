/** The limits of the site: how often, how much, how long. */
import { z } from 'zod'
import { intakesSchema, objectionsSchema } from './intake.ts'
import { conflictsSchema } from './panel-conflicts.ts'
import { positive, text, whole } from './shared.ts'

const rate = z.strictObject({ count: positive, minutes: positive })
export const settingsSchema = z.strictObject({
  rates: z.strictObject({
    signInPerAccount: rate,
    signInPerAddress: rate,
    resetPerAccount: rate,
    signUpPerAddress: rate,
    remarksPerPerson: rate,
    repliesPerPerson: rate,
    claimsPerPerson: rate,
    deputiesPerPerson: rate,
    reportsPerPerson: rate,
    appealsPerPerson: rate,
    challengesPerPerson: rate,
    applicationsPerPerson: rate,
    remindersPerPerson: rate,
    requestsPerPerson: rate,
    leavesPerAddress: rate,
    apiPerAddress: rate,
    downloadsPerAddress: rate,
    daysPerAddress: rate,
  }),
  /** an account is new this long after its mailbox was confirmed */
  newcomers: z.strictObject({ days: positive, texts: positive }),
  live: z.strictObject({
    perPerson: positive,
    perAddress: positive,
    perProcess: positive,
    heartbeatSeconds: positive,
    minutes: positive,
  }),
  /** how long the same words of the same author are a second press of one button */
  repeats: z.strictObject({ minutes: positive }),
  sessions: z.strictObject({ days: positive, resetLinkMinutes: positive, confirmLinkHours: positive }),
  erasure: z.strictObject({ days: positive }),
  /** how long what begins an account works; slips of one printing */
  activation: z.strictObject({
    letterHours: positive,
    slipDays: positive,
    counterHours: positive,
    slips: positive,
  }),
  /** minutes for the code after the password, for the first code after the secret was shown; between marks of presence */
  secondFactor: z.strictObject({
    stepMinutes: positive,
    offerMinutes: positive,
    recoveryCodes: positive,
    seenMinutes: positive,
  }),
  likeness: z.strictObject({ alike: z.number().min(0).max(1), copies: z.number().min(0).max(1) }),
  uploads: z.strictObject({ maxMegabytes: positive, perRemark: positive, types: z.array(text).min(1) }),
  returns: z.strictObject({ items: positive }),
  /** what an archive may hold once it is unpacked; `ratio` is unpacked to packed bytes of one entry */
  pictures: z.strictObject({
    megabytes: positive,
    side: positive,
    shown: positive,
    rate: z.strictObject({ count: positive, minutes: positive }),
  }),
  archives: z.strictObject({ entries: positive, megabytes: positive, ratio: positive }),
  imports: z.strictObject({
    seconds: positive,
    memory: positive,
    entries: positive,
    megabytes: positive,
    ratio: positive,
    atOnce: positive,
  }),
  papers: z.strictObject({ rows: positive, merged: positive, line: positive }),
  text: z.strictObject({
    name: positive,
    title: positive,
    remark: positive,
    reply: positive,
    reason: positive,
    note: positive,
    question: positive,
    draftCharacters: positive,
    passwordMin: positive,
    passwordMax: positive,
  }),
  exactTo: z.strictObject({ facet: positive, total: positive }),
  registry: z.strictObject({
    years: positive.array().min(1),
    expertises: positive.array().min(1),
    endingDays: positive,
  }),
  savedFilters: positive,
  paging: z.strictObject({ registry: positive, remarks: positive, log: positive }),
  retention: z.strictObject({
    ...{ discardedDays: positive, outboxDays: positive, unconfirmedDays: positive, openListDays: positive },
  }),
  questionnaires: z.strictObject({
    minimum: positive,
    questions: positive,
    options: positive,
    marks: positive,
    conditions: positive,
    invited: positive,
  }),
  contests: z.strictObject({
    filesMost: positive,
    mendDays: positive,
    perWork: positive,
    reserve: whole,
    load: positive,
    answerDays: positive,
    smallBatch: positive,
    rankBy: z.enum(['raw', 'adjusted']),
    others: z.enum(['hidden', 'code', 'named']),
    drawnNames: z.enum(['hidden', 'open']),
    filesDays: positive,
  }),
  panels: z.strictObject({
    sizeMin: positive,
    sizeMax: positive,
    filesMax: positive,
    reserveMax: whole,
    answerDays: positive,
    sheetDays: positive,
    lotterySeconds: positive,
    /** what a new request offers: so many expertises at the same time */
    maxGoing: positive,
    /** the band of the assessment is open data */
    bandOpen: z.boolean(),
    /** rate of refusals: invitations of so many months, and `refused` of `of` added beforehand */
    refusals: z.strictObject({ months: positive, refused: positive, of: positive }),
    /** months within which somebody counts as asked lately */
    askedMonths: positive,
    /** academic hours of work where a request names none: in the invitation, and in the certificate of who finished it */
    hours: positive,
    /** days before the end of the term on which a person who has not answered is reminded */
    remindDays: positive,
    /** tiers whose panels are composed by an act unless somebody decides otherwise for one of them */
    actTiers: z.array(z.enum(['federal', 'regional', 'municipal', 'institutional'])),
    agreement: z.strictObject({ difference: whole, smallSample: positive, samples: positive }),
    sheets: z.strictObject({
      quorum: z.int().min(1).max(100),
      named: z.boolean(),
      roundDays: positive,
      prolongDays: positive,
    }),
    conclusion: z.strictObject({
      signers: z.enum(['members', 'chair']),
      issue: z.enum(['signed', 'chair']),
      agreementDays: positive,
      remindDays: whole,
    }),
    /** what orders candidates for the best composition; years and expertises count up to the most */
    points: z.strictObject({
      finished: whole,
      finishedMost: whole,
      year: whole,
      yearsMost: whole,
      current: whole,
    }),
  }),
  conflicts: conflictsSchema,
  signing: z.strictObject({ codeMinutes: positive }),
  reminders: z.strictObject({
    stageDays: z.array(positive).min(1),
    answerDays: positive,
    lateDays: positive,
  }),
  lists: z.strictObject({ rows: z.int().min(1), columns: z.int().min(1), cell: z.int().min(1) }),
  intakes: intakesSchema,
  objections: objectionsSchema,
  /** how far «исправлена техническая ошибка» may go */
  errata: z.strictObject({ characters: positive, meaning: z.array(text) }),
  plan: z.strictObject({ yearsAhead: positive }),
  search: z.strictObject({ suggestions: positive }),
})
