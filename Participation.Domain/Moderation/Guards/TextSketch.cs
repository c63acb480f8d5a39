using System.Buffers.Binary;
using System.Numerics;

namespace Participation.Domain.Moderation.Guards;

/// <summary>
/// A small picture of a text by which alike texts are recognised without keeping them: the smallest of 64 hashes over all runs of three words (MinHash, Broder 1997).
/// The share of equal ones estimates the Jaccard index of the runs, here to about ±0.05. Work grows with the length of the text only.
/// </summary>
public sealed class TextSketch
{
    /// <summary>From this share of equal runs of words on, two texts are nearly the same.</summary>
    public const double AlikeFrom = 0.8;

    /// <summary>Length in bytes.</summary>
    public const int Length = Hashes * sizeof(uint);

    private const int Hashes = 64;
    private const int RunLength = 3;

    /// <summary>Short texts are alike by chance: "Das finde ich auch gut."</summary>
    private const int FewestRuns = 8;

    private readonly uint[] _least;

    private TextSketch(uint[] least) => _least = least;

    /// <summary>Draws the picture of a text; null for one too short for it.</summary>
    public static TextSketch? Of(IReadOnlyList<string> words)
    {
        if (words.Count < FewestRuns + RunLength - 1) return null;
        var least = new uint[Hashes];
        Array.Fill(least, uint.MaxValue);
        for (var start = 0; start + RunLength <= words.Count; start++)
        {
            var run = Hash(words[start], Hash(words[start + 1], Hash(words[start + 2], 0)));
            for (var i = 0; i < Hashes; i++) least[i] = Math.Min(least[i], (uint)(Mix(run + ((ulong)(i + 1) * 0x9E3779B97F4A7C15)) >> 32));
        }

        return new TextSketch(least);
    }

    /// <summary>Whether another text is nearly the same.</summary>
    public bool IsAlike(ReadOnlySpan<byte> other)
    {
        if (other.Length != Length) return false;
        var equal = 0;
        for (var i = 0; i < Hashes; i++)
            if (BinaryPrimitives.ReadUInt32LittleEndian(other[(i * sizeof(uint))..]) == _least[i]) equal++;
        return equal >= AlikeFrom * Hashes;
    }

    /// <summary>As it is stored.</summary>
    public byte[] ToBytes()
    {
        var bytes = new byte[Length];
        for (var i = 0; i < Hashes; i++) BinaryPrimitives.WriteUInt32LittleEndian(bytes.AsSpan(i * sizeof(uint)), _least[i]);
        return bytes;
    }

    /// <summary>FNV-1a over the characters, going on from a hash before.</summary>
    private static ulong Hash(string word, ulong before)
    {
        var hash = 0xCBF29CE484222325 ^ BitOperations.RotateLeft(before, 17);
        foreach (var character in word) hash = (hash ^ character) * 0x100000001B3;
        return hash;
    }

    /// <summary>The finalizer of SplitMix64.</summary>
    private static ulong Mix(ulong value)
    {
        value = (value ^ (value >> 30)) * 0xBF58476D1CE4E5B9;
        value = (value ^ (value >> 27)) * 0x94D049BB133111EB;
        return value ^ (value >> 31);
    }
}
