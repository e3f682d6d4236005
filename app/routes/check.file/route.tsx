import { useActionData, useLoaderData } from '@remix-run/react'
import { countAttempt } from '#app/domain/accounts/limiting.server.ts'
import { CheckedFile } from '#app/domain/experts/forms.ts'
import { checkFile, type FileVerdict } from '#app/domain/experts/statements/checking.server.ts'
import { checkedKilobytes } from '#app/domain/experts/statements/kinds.ts'
import { Anchor } from '#app/ui/anchor.tsx'
import { Field } from '#app/ui/field.tsx'
import { FieldForm } from '#app/ui/field-form.tsx'
import { useMessages } from '#app/ui/messages.tsx'
import { Page, Stack } from '#app/ui/page.tsx'
import { PageHead } from '#app/ui/page-head.tsx'
import { useServerForm } from '#app/ui/server-form.ts'
import { hashedForm } from '#app/web/hashed-file.server.ts'
import { serve, serveForm } from '#app/web/serve.server.ts'
import { Verdict } from './verdict.tsx'

export { titled as meta } from '#app/ui/titled.ts'

export const loader = serve(async ({ t, services }) => ({
  title: t.ownData.statements.file.title,
  megabytes: services.content.settings.uploads.maxMegabytes,
}))

export const action = serveForm(
  CheckedFile,
  async ({ ctx, visit, services, value: { file, sha256 } }) => {
    await countAttempt(ctx, 'check-file', visit.address, services.content.settings.rates.downloadsPerAddress)
    return { verdict: await checkFile(ctx, new Uint8Array(await file.arrayBuffer()), sha256) }
  },
  { guests: true, read: (request) => hashedForm(request, checkedKilobytes * 1024) },
)

/** What can be said of a file that somebody was given; it is read as it comes and kept nowhere. */
export default function FileCheckPage() {
  const words = useMessages().ownData.statements.file
  const { megabytes } = useLoaderData<typeof loader>()
  const reply = useActionData<{ verdict?: FileVerdict }>()
  const { input, ...of } = useServerForm<Record<'file', string>>()
  const { defaultValue: _, ...file } = input('file')
  return (
    <Page width="text">
      <PageHead title={words.title} lead={words.lead} />
      <Stack gap={4}>
        {reply?.verdict && <Verdict verdict={reply.verdict} />}
        <FieldForm of={of} submit={words.submit} files beside={<Anchor href="/check">{words.byCode}</Anchor>}>
          <Field
            label={words.field}
            hint={words.hint(megabytes)}
            type="file"
            accept=".pdf,.docx,.json,.sig,.p7s,.jpg,.jpeg,.png"
            required
            {...file}
          />
        </FieldForm>
      </Stack>
    </Page>
  )
}
