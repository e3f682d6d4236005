/** Places where a person works by their powers, in the order of use. Pure: names no role. */
import type { Actor } from '#app/domain/ctx.ts'

const places = [
  { code: 'panels', href: '/panels', by: ['panel.request', 'panel.select', 'panel.read'] },
  { code: 'requestDesk', href: '/desk/requests', by: ['request.read'] },
  { code: 'requests', href: '/requests', by: ['request.create'] },
  { code: 'moderation', href: '/desk/moderation', by: ['remark.moderate', 'inner.moderate'] },
  { code: 'applications', href: '/desk/applications', by: ['application.read', 'application.edit'] },
  { code: 'imports', href: '/desk/imports', by: ['organisation.edit', 'registry.edit', 'application.edit'] },
  { code: 'results', href: '/desk/results', by: ['result.read', 'result.read.totals'] },
  { code: 'staff', href: '/desk/staff', by: ['nomination.create'] },
  { code: 'lists', href: '/desk/lists', by: ['order.list', 'order.approve'] },
  { code: 'closed', href: '/desk/closed', by: ['registry.read.closed', 'registry.request.closed'] },
  { code: 'grounds', href: '/desk/grounds', by: ['registry.edit'] },
  { code: 'expiring', href: '/desk/expiring', by: ['order.list'] },
  { code: 'slips', href: '/desk/slips', by: ['account.activate'] },
  { code: 'claims', href: '/desk/claims', by: ['claim.decide'] },
  { code: 'corrections', href: '/desk/corrections', by: ['registry.edit'] },
  { code: 'erasures', href: '/desk/erasures', by: ['registry.edit'] },
  { code: 'order', href: '/orders/new', by: ['order.register'] },
  { code: 'document', href: '/documents/new', by: ['document.edit'] },
  { code: 'directions', href: '/desk/directions', by: ['direction.edit'] },
  { code: 'terms', href: '/desk/terms', by: ['direction.edit'] },
  { code: 'papers', href: '/desk/papers', by: ['template.edit'] },
  { code: 'templates', href: '/desk/templates', by: ['template.edit'] },
  { code: 'grants', href: '/admin/grants', by: ['grant.give'] },
  { code: 'log', href: '/admin/log', by: ['audit.read'] },
] as const

/** `waiting`: how much there is to decide on, 0 when nothing is or nobody counts */
export type Place = Pick<(typeof places)[number], 'code' | 'href'> & { waiting: number }

/** The places of this person; each page still decides for itself. */
export function deskOf(
  actor: Pick<Actor, 'powers'>,
  waiting: Partial<Record<Place['code'], number>> = {},
): Place[] {
  const held = new Set(actor.powers.map(({ capability }) => capability))
  return places
    .filter(({ by }) => by.some((one) => held.has(one)))
    .map(({ code, href }) => ({ code, href, waiting: waiting[code] ?? 0 }))
}
