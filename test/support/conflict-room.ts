/** A room for tests of conflicts: what is found of one person of a panel, at any moment and beside anybody. */
import { conflictsAmong } from '#app/domain/panels/conflicts/finding.server.ts'
import type { Finding } from '#app/domain/panels/conflicts/kinds.ts'
import { unlockedState } from '#app/domain/panels/facts.server.ts'
import { placesOf } from '#app/domain/panels/places.server.ts'
import { test as base } from '#test/support/database.ts'
import type { GivenPanel } from '#test/support/given/panels.ts'

type Asked = { now?: string; beside?: string[] }

export const test = base.extend<{
  findingsOf: (panel: GivenPanel, personId: string, asked?: Asked) => Promise<Finding[]>
}>({
  findingsOf: async ({ acts }, use) =>
    use(async (panel, personId, { now, beside = [] } = {}) => {
      const ctx = acts(panel.secretary, now)
      const state = await unlockedState(ctx, panel.id)
      const found = await conflictsAmong(ctx, state, await placesOf(ctx, [personId]), beside)
      return found.get(personId) ?? []
    }),
})

export const kindsOf = (found: readonly { kind: string }[]) => found.map(({ kind }) => kind)

/** The organisation that wrote the draft of the panel. */
export const developerOf = ({ draft }: GivenPanel) =>
  draft.institute.powers.find(({ scopeKind }) => scopeKind === 'organisation')?.scopeId ?? ''
