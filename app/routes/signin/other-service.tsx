import { LinkButton } from '#app/ui/button.tsx'
import { useMessages } from '#app/ui/messages.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { Stack } from '#app/ui/page.tsx'

/** The way in by the service of the instance's own choice, above the form. */
export function OtherService({
  sso,
  next,
}: {
  sso: { title: string; problem: string | null }
  next: string
}) {
  const words = useMessages().secondFactor.sso
  return (
    <Stack gap={2}>
      {sso.problem && <Notice kind="error">{sso.problem}</Notice>}
      <div>
        <LinkButton href={`/signin/sso?${new URLSearchParams({ next })}`} target="_self">
          {words.by(sso.title)}
        </LinkButton>
      </div>
      <p>{words.or}</p>
    </Stack>
  )
}
