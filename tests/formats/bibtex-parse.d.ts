declare module '@orcid/bibtex-parse-js' {
  type Entry = {
    readonly citationKey: string
    readonly entryType: string
    readonly entryTags: { readonly [name: string]: string | undefined }
  }
  export function toJSON(text: string): readonly Entry[]
}
