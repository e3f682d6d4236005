/** What lists of each kind do: how they are read anew, written and taken back. */

import {
  commitResults,
  remapResults,
  resultFields,
  undoResults,
} from '#app/domain/assessment/results/importing-results.server.ts'
import type { ActingCtx } from '#app/domain/ctx.ts'
import { undoPeople } from '#app/domain/experts/people-correcting.server.ts'
import { commitPeople, personFields, remapPeople } from '#app/domain/experts/people-importing.server.ts'
import {
  commitOrganisations,
  organisationFields,
  remapOrganisations,
} from '#app/domain/organisations/importing.server.ts'
import { undoOrganisations } from '#app/domain/organisations/writing.server.ts'

interface KindOfLists {
  fields: readonly string[]
  remap(ctx: ActingCtx, id: string, columns: Record<string, number>): Promise<void>
  commit(ctx: ActingCtx, id: string, how: { seen: number; leave: boolean }): Promise<void>
  undo(ctx: ActingCtx, id: string, reason: string): Promise<void>
}

export const kindsOfLists: Record<'organisations' | 'people' | 'results', KindOfLists> = {
  organisations: {
    fields: organisationFields,
    remap: remapOrganisations,
    commit: commitOrganisations,
    undo: undoOrganisations,
  },
  people: {
    fields: personFields,
    remap: remapPeople,
    commit: commitPeople,
    undo: undoPeople,
  },
  results: {
    fields: resultFields,
    remap: remapResults,
    commit: commitResults,
    undo: undoResults,
  },
}
