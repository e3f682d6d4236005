import { candidatesOf, isOpen } from '#app/domain/panels/candidates.server.ts'
import { panelByNumber } from '#app/domain/panels/queries.server.ts'
import { panelRules } from '#app/domain/panels/rules.ts'
import { numberOf } from '#app/domain/problem.ts'
import type { Args } from '#app/web/serve.server.ts'
import { acting } from '#app/web/serve.server.ts'

/** The working page of a panel. Routes of its buttons show it too, with what refused them. */
export async function panelPage({ ctx, params, t, services, locale }: Args) {
  const mine = acting(ctx)
  const shown = await panelByNumber(mine, numberOf(params.number))
  const { panel, object, facts, selection, stage, directions } = shown
  const may = (rule: (typeof panelRules)['select']) => rule(mine.actor, facts) === null
  const choosing = may(panelRules.select)
  const able = choosing ? await candidatesOf(mine, shown) : []
  const announced =
    selection?.commitment && selection.seed === null
      ? { commitment: selection.commitment, source: String(selection.rules.source ?? '') }
      : null
  const members = shown.seated.filter(({ standing }) => standing === 'member')
  return {
    title: t.panels.number(panel.number),
    panel: {
      number: panel.number,
      title: panel.title,
      size: panel.size,
      reserve: panel.reserve,
      maxPerOrganisation: panel.maxPerOrganisation,
      maxPerMunicipality: panel.maxPerMunicipality,
      answerDays: panel.answerDays,
      lastDay: panel.lastDay,
      cancelReason: panel.cancelReason,
    },
    tier: services.content.tiers.find(({ code }) => code === panel.tier)?.title[locale] ?? panel.tier,
    object: { kind: object.kind, title: object.name, href: object.href },
    directions,
    stage,
    short: stage === 'answers' && members.length < panel.size,
    sheets: { sent: members.filter(({ sheet }) => sheet?.sentAt).length, all: members.length },
    hasProtocol: selection !== null,
    announced,
    pool: {
      able: able.filter(isOpen).length,
      conflicted: able.filter(({ conflict }) => conflict !== null).length,
    },
    may: {
      choose: choosing,
      explain: selection !== null && selection.method !== 'lot' && may(panelRules.explain),
      invite: stage === 'invite' && may(panelRules.invite),
      chair: may(panelRules.appointChair),
      convene: may(panelRules.convene),
      cancel: may(panelRules.cancel),
    },
    seats: shown.seated.map(({ id, rank, standing, isChair, reasons, place, invitation, sheet }) => ({
      id,
      rank,
      standing,
      isChair: isChair === 'chair',
      reasons,
      number: place.number,
      name: place.name,
      organisation: place.organisation,
      answer: invitation ? (invitation.answer ?? 'waiting') : 'none',
      until: invitation?.lastDay ?? null,
      recording: invitation && invitation.answer === null && may(panelRules.invite) ? invitation.id : null,
      sheet: sheet && { id: sheet.id, sent: sheet.sentAt !== null, readable: facts.allSent },
    })),
  }
}

export type PanelPageData = Awaited<ReturnType<typeof panelPage>>
