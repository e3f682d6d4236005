import { candidatesOf, isOpen } from '#app/domain/panels/candidates.server.ts'
import { departedFrom } from '#app/domain/panels/composition/departed.server.ts'
import { conflictRules } from '#app/domain/panels/conflicts/rules.ts'
import { explains } from '#app/domain/panels/explained.server.ts'
import { askedOf } from '#app/domain/panels/invitations/asked.server.ts'
import { postponedIn } from '#app/domain/panels/invitations/postponed.server.ts'
import { panelByNumber } from '#app/domain/panels/queries.server.ts'
import { forecastOf } from '#app/domain/panels/requests/forecast.server.ts'
import { obstacleOf, requestTold } from '#app/domain/panels/requests/told.server.ts'
import { panelRules } from '#app/domain/panels/rules.ts'
import { numberOf } from '#app/domain/problem.ts'
import { sentenceOf } from '#app/web/problems.server.ts'
import type { Args } from '#app/web/serve.server.ts'
import { acting } from '#app/web/serve.server.ts'

/** The working page of a panel. Routes of its buttons show it too, with what refused them. */
export async function panelPage({ ctx, params, t, services, locale }: Args) {
  const mine = acting(ctx)
  const shown = await panelByNumber(mine, numberOf(params.number))
  const { panel, object, facts, selection, stage, directions } = shown
  const may = (rule: (typeof panelRules)['select']) => rule(mine.actor, facts) === null
  const choosing = may(panelRules.select)
  const forecast = choosing && shown.seated.length === 0 ? await forecastOf(mine, shown) : null
  const able = choosing && !forecast ? await candidatesOf(mine, shown) : []
  const foreseen = forecast?.foreseen
  const obstacle = obstacleOf(foreseen && 'binding' in foreseen ? foreseen.binding : null)
  const announced =
    selection?.commitment && selection.seed === null
      ? { commitment: selection.commitment, source: String(selection.rules.source ?? '') }
      : null
  const members = shown.seated.filter(({ standing }) => standing === 'member')
  const keeps = may(panelRules.keep)
  const reads = may(panelRules.readConclusion)
  // how often somebody was asked helps to choose and to ask; at work it is only noise
  const ledger =
    keeps && !facts.convened
      ? await askedOf(
          mine,
          shown.seated.map(({ personId }) => personId),
        )
      : new Map()
  const departed = keeps ? await departedFrom(mine, panel.id) : []
  const postponed = may(panelRules.replace) ? await postponedIn(mine, panel.id) : []
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
    // a coded work is read by its experts alone
    object: { kind: object.kind, title: object.name, href: object.submissionId ? null : object.href },
    directions,
    stage,
    short: stage === 'answers' && members.length < panel.size,
    sheets: { sent: members.filter(({ sheet }) => sheet?.sentAt).length, all: members.length },
    round: facts.roundOpen,
    closed: facts.sheetsClosed ? { sent: facts.sheetsIn, all: facts.sheetsAll } : null,
    chaired: shown.seated.some(({ isChair }) => isChair === 'chair'),
    hasProtocol: selection !== null,
    announced,
    pool: {
      able: forecast?.able ?? able.filter(isOpen).length,
      conflicted: forecast?.conflicted ?? able.filter(({ conflict }) => conflict !== null).length,
    },
    due: dueOf(
      shown,
      postponed.some(({ ready }) => ready),
    ),
    postponed: facts.vacant > 0 ? postponed : [],
    departed,
    forecast: forecast && {
      out: forecast.out,
      directions: forecast.directions,
      absent: forecast.absent,
      waived: forecast.foreseen && 'waived' in forecast.foreseen ? forecast.foreseen.waived : [],
      obstacle: obstacle && { sentence: sentenceOf(t, obstacle.problem), eases: obstacle.eases },
    },
    told: await requestTold(mine, panel.id),
    may: {
      roles: may(panelRules.appointChair),
      conclusion: reads || stage === 'issued',
      act: may(panelRules.read),
      replace: may(panelRules.replace),
      choose: choosing,
      seeConflicts: shown.seated.length > 0 && conflictRules.read(mine.actor, facts) === null,
      edit: may(panelRules.edit),
      explain: explains(mine.actor, facts, selection),
      invite: stage === 'invite' && may(panelRules.invite),
      chair: may(panelRules.appointChair),
      convene: may(panelRules.convene),
      cancel: may(panelRules.cancel),
      closeSheets: may(panelRules.closeSheets),
      prolong: may(panelRules.prolongSheets),
      reconcile: may(panelRules.reconcile),
    },
    seats: shown.seated.map(
      ({ id, personId, rank, standing, isChair, reasons, place, invitation, sheet }) => ({
        id,
        rank,
        standing,
        isChair: isChair === 'chair',
        isDeputy: isChair === 'deputy',
        acting: isChair === 'deputy' && facts.chairId === personId,
        lost: facts.lostIds.includes(personId),
        undeclared: invitation?.answer === 'accepted' && !facts.declaredIds.includes(personId),
        invitationId: keeps && standing === 'member' ? (invitation?.id ?? null) : null,
        asked: ledger.get(personId) ?? null,
        reasons,
        number: place.number,
        name: place.name,
        organisation: place.organisation,
        answer: invitation ? (invitation.answer ?? 'waiting') : 'none',
        until: invitation?.lastDay ?? null,
        recording: invitation && invitation.answer === null && keeps ? invitation.id : null,
        sheet: sheet && {
          id: sheet.id,
          sent: sheet.sentAt !== null,
          readable: facts.allSent && reads && sheet.sentAt !== null,
        },
      }),
    ),
  }
}

type Due = 'lost' | 'vacant' | 'chair' | 'act' | 'amend' | null

/** What comes before the step of the stage: a lost member, a free place, the chair, an act. */
function dueOf(
  { facts, stage }: Pick<Awaited<ReturnType<typeof panelByNumber>>, 'facts' | 'stage'>,
  askable: boolean,
): Due {
  if (stage === 'issued' || stage === 'cancelled') return null
  if (facts.lostIds.length > 0) return 'lost'
  if (stage === 'answers' && facts.vacant > 0 && askable) return 'vacant'
  if (stage === 'convene' && facts.chairId === null) return 'chair'
  if (stage === 'convene' && !facts.approved) return 'act'
  return facts.convened && !facts.approved && facts.complete ? 'amend' : null
}

export type PanelPageData = Awaited<ReturnType<typeof panelPage>>
