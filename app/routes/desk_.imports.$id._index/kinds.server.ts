/** What lists of each kind do: how they are read, written and taken back. */
import { nominationList, undoNomination } from '#app/domain/assessment/nominees/nominating.server.ts'
import { resultList, undoResults } from '#app/domain/assessment/results/importing-results.server.ts'
import type { ActingCtx } from '#app/domain/ctx.ts'
import { undoPeople } from '#app/domain/experts/people-correcting.server.ts'
import { commitPeople, peopleList } from '#app/domain/experts/people-importing.server.ts'
import {
  commitList,
  type ListKind,
  type WrittenAtOnce,
} from '#app/domain/organisations/import-steps.server.ts'
import { organisationList } from '#app/domain/organisations/importing.server.ts'
import { undoOrganisations } from '#app/domain/organisations/writing.server.ts'

interface KindOfLists {
  list: ListKind
  commit(ctx: ActingCtx, id: string, how: { seen: number; leave: boolean }): Promise<void>
  undo(ctx: ActingCtx, id: string, reason: string): Promise<void>
}

const atOnce = (list: WrittenAtOnce, undo: KindOfLists['undo']): KindOfLists => ({
  ...{ list, undo },
  commit: (ctx, id, how) => commitList(ctx, list, id, how),
})

export const kindsOfLists: Record<ListKind['kind'], KindOfLists> = {
  organisations: atOnce(organisationList, undoOrganisations),
  people: { list: peopleList, commit: commitPeople, undo: undoPeople },
  results: atOnce(resultList, undoResults),
  nominations: atOnce(nominationList, undoNomination),
}
