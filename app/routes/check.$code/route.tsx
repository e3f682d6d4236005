import { useLoaderData } from '@remix-run/react'
import { eventCertificateUnder } from '#app/domain/events/reading/certificates.server.ts'
import { expertRules } from '#app/domain/experts/rules.ts'
import { statementState } from '#app/domain/experts/statements/checking.server.ts'
import { issuedUnder } from '#app/domain/panels/conclusions/reading.server.ts'
import { diplomaUnder } from '#app/domain/panels/contests/ranking/checking.server.ts'
import { workPaperUnder } from '#app/domain/panels/record/reading.server.ts'
import { Anchor } from '#app/ui/anchor.tsx'
import { useMessages } from '#app/ui/messages.tsx'
import { Page, Stack } from '#app/ui/page.tsx'
import { PageHead } from '#app/ui/page-head.tsx'
import { Time } from '#app/ui/time.tsx'
import { serve } from '#app/web/serve.server.ts'
import styles from './check.module.css'
import { OfDiploma } from './diploma.tsx'
import { OfConclusion, OfStatement, OpenConclusion } from './kinds.tsx'
import { OfEvent } from './of-event.tsx'
import { OfWork } from './of-work.tsx'
import { Standing } from './standing.tsx'

export { titled as meta } from '#app/ui/titled.ts'

export const loader = serve(async ({ ctx, params, t }) => {
  const paper = await issuedUnder(ctx, params.code ?? '')
  const { code, sha256, issuedAt, revokedAt, revokeReason, conclusion } = paper
  const statement = await statementState(ctx, paper)
  const work = await workPaperUnder(ctx, paper)
  const diploma = await diplomaUnder(ctx, paper)
  const ofEvent = await eventCertificateUnder(ctx, paper)
  const held = { holderId: paper.objectId }
  const revocable =
    statement !== null &&
    !revokedAt &&
    ctx.actor !== null &&
    expertRules.revokeStatement(ctx.actor, held) === null
  return {
    title: t.panels.check.title(code),
    ...{
      code,
      sha256,
      issuedAt,
      revokedAt,
      revokeReason,
      conclusion,
      statement,
      work,
      diploma,
      ofEvent,
      revocable,
    },
  }
})

export type CheckView = Awaited<ReturnType<typeof loader>>

export default function CheckPage() {
  const view = useLoaderData<typeof loader>()
  const { panels, ownData, conclusions, contests, events } = useMessages()
  const { check: words } = panels
  const { code, sha256, issuedAt, conclusion, statement, work, diploma, ofEvent, revocable } = view
  return (
    <Page width="text">
      <PageHead eyebrow={words.eyebrow} title={words.title(code)} />
      <Stack gap={4}>
        <Standing {...view} />
        <dl className={styles.facts}>
          <dt>{words.what}</dt>
          <dd>
            {conclusion && words.conclusion(conclusion.number)}
            {statement && ownData.statements.titles[statement.kind]}
            {work && conclusions.record.check.what(work.number)}
            {diploma && contests.results.check.what(diploma.title)}
            {ofEvent && events.check.what(ofEvent.number)}
            {!conclusion && !statement && !work && !diploma && !ofEvent && words.other}
          </dd>
          {conclusion && <OfConclusion conclusion={conclusion} />}
          {work && <OfWork work={work} />}
          {diploma && <OfDiploma diploma={diploma} />}
          {ofEvent && <OfEvent paper={ofEvent} />}
          {statement && <OfStatement statement={statement} />}
          <dt>{words.when}</dt>
          <dd>
            <Time value={issuedAt} as="date" />
          </dd>
          <dt>{words.hash}</dt>
          <dd>
            <code>{sha256}</code>
          </dd>
        </dl>
        {conclusion && <OpenConclusion number={conclusion.number} />}
        <p className={styles.honest}>{words.honest}</p>
        <p className={styles.ways}>
          <Anchor href="/check/file">{ownData.statements.file.title}</Anchor>
          {revocable && <Anchor href={`/check/${code}/revocation`}>{ownData.statements.revoke}</Anchor>}
        </p>
      </Stack>
    </Page>
  )
}
