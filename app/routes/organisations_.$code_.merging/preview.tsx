import type { MergePreview } from '#app/domain/organisations/merging.server.ts'
import { LinkButton } from '#app/ui/button.tsx'
import { Facts } from '#app/ui/facts.tsx'
import { useFormat, useMessages } from '#app/ui/messages.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { Row, Stack } from '#app/ui/page.tsx'
import { SectionHead } from '#app/ui/page-head.tsx'

/** What a merge would move and which spellings would be added. Its seal goes with the form: only this is made. */
export function Preview({ of: { gone, moves, aliases, seal } }: { of: MergePreview }) {
  const words = useMessages().organisationCard
  const named = moves.filter((move) => words.moving[move.of])
  const others = moves.filter((move) => !words.moving[move.of]).reduce((sum, { count }) => sum + count, 0)
  const lines = [
    ...named.map((move) => words.moving[move.of]?.(move.count) ?? ''),
    ...(others > 0 ? [words.movingOther(others)] : []),
  ]
  return (
    <Stack gap={2}>
      <input type="hidden" name="seen" value={seal} />
      <Notice kind="warn" title={words.mergePreview(gone.name)}>
        {words.mergePreviewText}
      </Notice>
      <Facts
        facts={[
          {
            term: words.moves,
            value: lines.length === 0 ? words.movesNone : lines.map((line) => <div key={line}>{line}</div>),
          },
          { term: words.newAliases, value: aliases.map((one) => <div key={one}>{one}</div>), lang: 'ru' },
        ]}
      />
    </Stack>
  )
}

type Merge = { id: string; mergedAt: Date; ground: string; code: string; name: string }

/** Cards that were merged into this one, each with the way back. */
export function Merged({ code, merges }: { code: string; merges: readonly Merge[] }) {
  const words = useMessages().organisationCard
  const format = useFormat()
  return (
    <section>
      <SectionHead title={words.merged} />
      <Stack gap={2}>
        {merges.map((merge) => (
          <Row key={merge.id} between>
            <span>
              <span lang="ru">{merge.name}</span>, {words.mergedOn(format.date(merge.mergedAt))}
            </span>
            <LinkButton href={`/organisations/${code}/merging/undoing?merge=${merge.id}`}>
              {words.unmerge}
            </LinkButton>
          </Row>
        ))}
      </Stack>
    </section>
  )
}
