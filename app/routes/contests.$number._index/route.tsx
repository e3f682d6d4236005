import { useLoaderData } from '@remix-run/react'
import { toneOf } from '#app/routes/contests._index/stage-tone.ts'
import { Facts } from '#app/ui/facts.tsx'
import { useFormat, useMessages } from '#app/ui/messages.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { Page, Stack } from '#app/ui/page.tsx'
import { PageHead, SectionHead } from '#app/ui/page-head.tsx'
import { Prose } from '#app/ui/prose.tsx'
import { Stages } from '#app/ui/stages.tsx'
import { Tag } from '#app/ui/tag.tsx'
import { serve } from '#app/web/serve.server.ts'
import { Acts } from './acts.tsx'
import { Hand, Own } from './hand.tsx'
import { Nominations } from './nominations.tsx'
import { contestPage } from './page.server.ts'
import { Steps } from './steps.tsx'

export { titled as meta } from '#app/ui/titled.ts'

export const loader = serve(contestPage)

export default function ContestPage() {
  const contest = useLoaderData<typeof loader>()
  const { number, title, about, stage, way, organisation, basis, perWork, cancelReason } = contest
  const { contests: words } = useMessages()
  const format = useFormat()
  const page = words.page
  return (
    <Page>
      <PageHead
        crumbs={[{ href: '/contests', label: words.title }]}
        eyebrow={page.number(number)}
        title={title}
        lang="ru"
        meta={<Tag tone={toneOf(stage)}>{words.stage[stage]}</Tag>}
        actions={<Acts />}
      />
      <Stack gap={6}>
        {cancelReason && (
          <Notice kind="warn" title={words.steps.cancelled}>
            {cancelReason}
          </Notice>
        )}
        {stage !== 'prepared' && stage !== 'cancelled' && (
          <Stages
            label={words.way}
            stages={way.map((one) => ({ name: words.stage[one.stage], state: one.state }))}
          />
        )}
        <Own />
        <Facts
          facts={[
            { term: page.organisation, value: organisation, lang: 'ru' },
            { term: page.basis, value: basis, lang: 'ru' },
            {
              term: page.intake,
              value: page.intakeOf(format.date(contest.opensAt), format.date(contest.closesAt)),
            },
            { term: page.judged, value: page.byDay(format.day(contest.judgedUntil)) },
            { term: page.appeal, value: page.byDay(format.day(contest.appealUntil)) },
            { term: page.perWork, value: format.number(perWork) },
          ]}
        />
        <Prose lang="ru">
          {about.split('\n').map((line, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: lines of a fixed text
            <p key={at}>{line}</p>
          ))}
        </Prose>
        <Hand />
        <Nominations />
        <section>
          <SectionHead title={page.rules} />
          <p>{page.rulesText}</p>
        </section>
        <Steps />
      </Stack>
    </Page>
  )
}
