/** The little that is used of packages without types. */
declare module '@babel/core' {
  export function transformAsync(code: string, options: object): Promise<{ code?: string | null } | null>;
}
declare module 'babel-preset-solid' {
  const preset: object;
  export default preset;
}
