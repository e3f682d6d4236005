/** Media types that the platform takes, by the names people know them by. */
export const fileKinds = [
  { type: 'application/pdf', label: 'PDF' },
  { type: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document', label: 'DOCX' },
  { type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', label: 'XLSX' },
  { type: 'text/plain', label: 'TXT' },
  { type: 'text/markdown', label: 'MD' },
  { type: 'image/png', label: 'PNG' },
  { type: 'image/jpeg', label: 'JPEG' },
] as const
