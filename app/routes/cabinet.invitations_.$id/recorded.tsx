import type { recordedOf } from '#app/domain/panels/invitations/recording.server.ts'
import { LinkButton } from '#app/ui/button.tsx'
import { Facts } from '#app/ui/facts.tsx'
import { useFormat, useMessages } from '#app/ui/messages.tsx'
import { Stack } from '#app/ui/page.tsx'

type Answer = NonNullable<Awaited<ReturnType<typeof recordedOf>>>

/** An answer that somebody wrote down for the person: who, when and how, and the way to object. */
export function Recorded({ id, recorded }: { id: string; recorded: Answer }) {
  const { recording: words } = useMessages().ownData
  const format = useFormat()
  return (
    <Stack gap={3}>
      <p>{words.told}</p>
      <Facts
        facts={[
          { term: words.channel, value: words.channels[recorded.channel] },
          { term: words.answeredOn, value: format.day(recorded.answeredOn) },
          { term: words.words, value: recorded.words, lang: 'ru' },
          { term: words.by, value: words.byWhom(recorded.by, format.date(recorded.recordedAt)) },
          {
            term: words.scan,
            value: recorded.scan && <a href={`/cabinet/invitations/${id}/scan`}>{recorded.scan}</a>,
          },
          { term: words.objection, value: recorded.objection, lang: 'ru' },
        ].filter(({ value }) => value)}
      />
      {recorded.objectedAt === null && (
        <div>
          <LinkButton href={`/cabinet/invitations/${id}/objection`}>{words.object}</LinkButton>
        </div>
      )}
    </Stack>
  )
}
