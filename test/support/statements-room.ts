/** What tests of papers on the own life share: a person with a status and a work done, and how a paper is issued. */
import { vaultOf } from '#app/domain/accounts/vault.ts'
import type { ActingCtx, Actor } from '#app/domain/ctx.ts'
import { recordEngagement } from '#app/domain/experts/engaging.server.ts'
import { issueStatement } from '#app/domain/experts/statements/issuing.server.ts'
import type { StatementFormat, StatementKind } from '#app/domain/experts/statements/kinds.ts'
import { messagesOf } from '#content/messages/index.server.ts'
import { test as base } from '#test/support/database.ts'
import { shelf } from '#test/support/paper-shelf.ts'

export const press = {
  ...{ words: messagesOf('ru'), publicUrl: 'https://rses.test', shelf },
  vault: vaultOf('a key of tests, long enough to be one'),
}

type Issue = (kind: StatementKind, format: StatementFormat) => ReturnType<typeof issueStatement>
export const test = base.extend<{ life: { me: Actor; ctx: ActingCtx; issue: Issue } }>({
  life: async ({ acts, given }, use) => {
    const person = await given.registry.expert(await given.registry.direction(), { open: false })
    const me = await given.user({ person })
    const ctx = acts(me)
    await recordEngagement(ctx, {
      ...{ personId: me.personId, kind: 'panel', objectKind: 'panel', objectId: crypto.randomUUID() },
      ...{
        title: 'Экспертиза порядка «Реестр»',
        role: 'member',
        firstDay: '2026-01-12',
        lastDay: '2026-02-01',
      },
      outcome: 'finished',
    })
    await use({ me, ctx, issue: (kind, format) => issueStatement(ctx, kind, format, press) })
  },
})
