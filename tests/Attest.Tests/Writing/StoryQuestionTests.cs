using Attest.Engine.Writing;

namespace Attest.Tests.Writing;

public sealed class StoryQuestionTests
{
    [Theory]
    [InlineData("Thirteen miners were trapped after an explosion at the Talbrook mine", "Were thirteen miners trapped after an explosion at the Talbrook mine?")]
    [InlineData("Brightwell Home has recalled about 48,000 electric kettles", "Has Brightwell Home recalled about 48,000 electric kettles?")]
    [InlineData("The court ruled that the merger may go ahead", "Did the court rule that the merger may go ahead?")]
    [InlineData("The mine is owned by Carrow Coal", "Is the mine owned by Carrow Coal?")]
    [InlineData("The plant will close in May", "Will the plant close in May?")]
    [InlineData("Chinese firms are gaining ground", "Are Chinese firms gaining ground?")]
    [InlineData("The Harlow Ridge Fire has burned 900 hectares and is 5 percent contained", "Has the Harlow Ridge Fire burned 900 hectares?")]
    [InlineData("The plant isn't closed", "Is it true that the plant isn't closed?")]
    [InlineData("On Tuesday the plant closed", "Is it true that on Tuesday the plant closed?")]
    public void An_open_claim_is_asked(string statement, string question) => Assert.Equal(question, StoryQuestion.Asked(statement));
}
