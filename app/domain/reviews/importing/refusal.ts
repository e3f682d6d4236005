/** Why a file is not imported. Codes are keys of messages.problems; nothing of the file is kept. */
export type RefusalCode =
  | 'file-empty'
  | 'too-large'
  | 'import-type'
  | 'import-save-as-docx'
  | 'import-extension'
  | 'import-broken'
  | 'import-encrypted'
  | 'import-macros'
  | 'import-external'
  | 'import-bomb'
  | 'import-failed'
  | 'import-too-long'
  | 'import-memory'
  | 'document-empty'
  | 'document-too-long'
  | 'document-invalid'
  | 'tracked-changes'
  | 'table-none'
  | 'table-long'
  | 'table-cell-long'
  | 'table-type'

export class Refusal extends Error {
  override name = 'Refusal'
  constructor(
    readonly code: RefusalCode,
    readonly facts: Readonly<Record<string, string | number>> = {},
  ) {
    super(code)
  }
}
