using System.Collections;
using System.Data.Common;
using System.Globalization;

namespace ReferenceHub.Database.Tests;

/// <summary>Rows of nothing in particular, so that a query goes on to its next statement without a database.</summary>
internal sealed class MadeUpReader(int rows) : DbDataReader
{
    private int read;

    public override int FieldCount => 200;

    public override int RecordsAffected => 1;

    public override bool HasRows => rows > 0;

    public override bool IsClosed => false;

    public override int Depth => 0;

    public override object this[int ordinal] => GetValue(ordinal);

    public override object this[string name] => GetValue(0);

    public override bool Read() => read++ < rows;

    public override bool NextResult() => false;

    public override bool IsDBNull(int ordinal) => false;

    public override bool GetBoolean(int ordinal) => true;

    public override byte GetByte(int ordinal) => 1;

    public override char GetChar(int ordinal) => '1';

    public override short GetInt16(int ordinal) => 1;

    public override int GetInt32(int ordinal) => 1;

    public override long GetInt64(int ordinal) => 1;

    public override float GetFloat(int ordinal) => 1;

    public override double GetDouble(int ordinal) => 1;

    public override decimal GetDecimal(int ordinal) => 1;

    public override Guid GetGuid(int ordinal) => Guid.Empty;

    public override string GetString(int ordinal) => "1";

    public override DateTime GetDateTime(int ordinal) => new(2026, 11, 23);

    public override object GetValue(int ordinal) => 1;

    public override T GetFieldValue<T>(int ordinal) => typeof(T) == typeof(DateOnly)
        ? (T)(object)new DateOnly(2026, 11, 23)
        : typeof(T) == typeof(byte[]) ? (T)(object)new byte[] { 1 } : (T)Convert.ChangeType(1, typeof(T), CultureInfo.InvariantCulture);

    public override int GetValues(object[] values) => 0;

    public override string GetName(int ordinal) => ordinal.ToString(CultureInfo.InvariantCulture);

    public override int GetOrdinal(string name) => 0;

    public override string GetDataTypeName(int ordinal) => "int";

    public override Type GetFieldType(int ordinal) => typeof(int);

    public override long GetBytes(int ordinal, long dataOffset, byte[]? buffer, int bufferOffset, int length) => 0;

    public override long GetChars(int ordinal, long dataOffset, char[]? buffer, int bufferOffset, int length) => 0;

    public override IEnumerator GetEnumerator() => Array.Empty<object>().GetEnumerator();
}
