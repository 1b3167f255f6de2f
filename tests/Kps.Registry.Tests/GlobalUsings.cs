global using Kps.TestSupport;
