/** What can be done for all works of a contest at once: by whom, over what, and the file that comes of it. */
import type { ActingCtx } from '#app/domain/ctx.ts'
import type { NamedFile } from '#app/domain/documents/merging.ts'
import type { ContestRow } from '#app/domain/panels/contests/facts.server.ts'
import { diplomasCount, diplomasFile } from '#app/domain/panels/contests/ranking/diplomas.server.ts'
import type { Place } from '#app/domain/panels/contests/ranking/printing.server.ts'
import { type ContestFacts, contestRules } from '#app/domain/panels/contests/rules.ts'
import { answerItems } from '#app/domain/panels/contests/running/answering.server.ts'
import { openingItems } from '#app/domain/panels/contests/running/opening.server.ts'
import { thirdItems } from '#app/domain/panels/contests/running/thirds.server.ts'
import { type Rule, signedIn } from '#app/domain/rules.ts'
import type { contestRuns } from '#db/schema/index.ts'
import { certificateItems, certificatesCount, certificatesFile } from './certificates.server.ts'
import type { Item } from './item.ts'

export type RunKind = (typeof contestRuns.$inferSelect)['kind']
export type Asked = Record<string, unknown>

interface Kind {
  rule: Rule<ContestFacts>
  /** the problem when there is nothing to do */
  nothing: string
  /** what is left to do: what was done is in it no more, so that a run goes on where it was broken off */
  items: (ctx: ActingCtx, contest: ContestRow, asked: Asked) => Promise<Item[]>
  /** what the log says at the end */
  event?: string
  file?: {
    /** pages or papers, a step each */
    count: (ctx: ActingCtx, contest: ContestRow) => Promise<number>
    make: (ctx: ActingCtx, contest: ContestRow, place: Place, step: () => Promise<void>) => Promise<NamedFile>
    mediaType: string
  }
}

const none = async () => []

export const runKinds: Record<RunKind, Kind> = {
  opening: {
    ...{ rule: contestRules.invite, nothing: 'nothing-ready', items: openingItems },
    event: 'contest.sheets-opened',
  },
  thirds: {
    ...{ rule: contestRules.third, nothing: 'nothing-apart', items: thirdItems },
    event: 'contest.thirds-called',
  },
  answers: { rule: signedIn, nothing: 'invitation-answered', items: answerItems },
  certificates: {
    ...{ rule: contestRules.certify, nothing: 'papers-none', items: certificateItems },
    event: 'contest.certified',
    file: { count: certificatesCount, make: certificatesFile, mediaType: 'application/pdf' },
  },
  diplomas: {
    ...{ rule: contestRules.diplomas, nothing: 'not-found', items: none },
    file: { count: diplomasCount, make: diplomasFile, mediaType: 'application/zip' },
  },
}
