import type { FileVerdict } from '#app/domain/experts/statements/checking.server.ts'
import { Anchor } from '#app/ui/anchor.tsx'
import { Facts } from '#app/ui/facts.tsx'
import { useMessages } from '#app/ui/messages.tsx'
import { Notice, type NoticeKind } from '#app/ui/notice.tsx'
import { Stack } from '#app/ui/page.tsx'

/** The one sentence that matters, then by what it was found. */
export function Verdict({ verdict }: { verdict: FileVerdict }) {
  const { ownData, panels } = useMessages()
  const { file: words } = ownData.statements
  const { kind, title, text } = said(verdict, words)
  return (
    <Stack gap={2}>
      <Notice kind={kind} title={title}>
        <p>{text}</p>
      </Notice>
      {verdict.revoked && <Notice kind="error" title={panels.check.revoked} />}
      <Facts
        facts={[
          { term: words.sum, value: <code>{verdict.sha256}</code> },
          { term: words.key, value: verdict.key && <Anchor href="/keys">{verdict.key}</Anchor> },
        ]}
      />
      {verdict.code && (
        <p>
          <Anchor href={`/check/${verdict.code}`}>{words.open(verdict.code)}</Anchor>
        </p>
      )}
    </Stack>
  )
}

type Words = ReturnType<typeof useMessages>['ownData']['statements']['file']

function said(
  { exact, format, signature }: FileVerdict,
  words: Words,
): { kind: NoticeKind; title: string; text: string } {
  if (exact) {
    const text = format ? `${words.givenAs[format]} ${words.foundText}` : words.foundText
    return { kind: 'success', title: words.found, text }
  }
  if (signature === 'right') return { kind: 'success', title: words.signed, text: words.signedText }
  if (signature === 'unrecorded')
    return { kind: 'error', title: words.unrecorded, text: words.unrecordedText }
  if (signature === 'forged') return { kind: 'error', title: words.forged, text: words.forgedText }
  if (signature === 'unknown-key')
    return { kind: 'error', title: words.unknownKey, text: words.unknownKeyText }
  return { kind: 'warn', title: words.unknown, text: words.unknownText }
}
