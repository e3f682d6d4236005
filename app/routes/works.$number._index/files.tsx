import { Form, useLoaderData } from '@remix-run/react'
import { Button, LinkButton } from '#app/ui/button.tsx'
import { FileLink } from '#app/ui/file-link.tsx'
import { useMessages } from '#app/ui/messages.tsx'
import { Stack } from '#app/ui/page.tsx'
import { SectionHead } from '#app/ui/page-head.tsx'
import type { workPage } from './page.server.ts'
import styles from './work.module.css'

const kinds: Record<string, string> = {
  'application/pdf': 'PDF',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': 'DOCX',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': 'XLSX',
  'image/png': 'PNG',
  'image/jpeg': 'JPEG',
}

/** The files, each with its checksum; added and taken out while the work may be changed. */
export function Files() {
  const { number, files, mayChange, limits } = useLoaderData<typeof workPage>()
  const words = useMessages().contests.work
  const add = mayChange && files.length < limits.files && (
    <LinkButton href={`/works/${number}/files`}>{words.addFile}</LinkButton>
  )
  return (
    <section>
      <SectionHead title={words.files}>{add}</SectionHead>
      <Stack gap={3}>
        {files.length === 0 && <p>{words.noFiles}</p>}
        <ul className={styles.files}>
          {files.map(({ id, name, size, mediaType, sha256 }) => (
            <li key={id}>
              <div>
                <FileLink href={`/works/${number}/files/${id}`} kind={kindOf(mediaType)} bytes={size}>
                  {name}
                </FileLink>
                <p className={styles.hash}>{words.hash(sha256.slice(0, 16))}</p>
              </div>
              {mayChange && (
                <Form method="post" action={`/works/${number}/files/removal`}>
                  <input type="hidden" name="id" value={id} />
                  <Button small>{words.removeFile}</Button>
                </Form>
              )}
            </li>
          ))}
        </ul>
      </Stack>
    </section>
  )
}

/** The short name of a type of files. */
export const kindOf = (mediaType: string) => kinds[mediaType] ?? mediaType
