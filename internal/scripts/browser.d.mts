export declare const variables: readonly string[];
export declare function candidates(
  env: Record<string, string | undefined>,
  platform: NodeJS.Platform,
  home: string,
): string[];
export declare function findBrowser(
  env?: Record<string, string | undefined>,
  platform?: NodeJS.Platform,
  home?: string,
): string | null;
export declare function ensureBrowser(): string;
